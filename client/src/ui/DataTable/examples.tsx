import type { Examples } from '../examples.ts';
import { Money } from '../Money/Money.tsx';
import { DataTable } from './DataTable.tsx';

const rows = [
  { name: 'Ada', cents: 250_00, units: 10 },
  { name: 'Bruno', cents: 1_000_00, units: 40 },
];

export const dataTable: Examples = {
  title: 'Data table',
  examples: [
    {
      name: 'sortable',
      render: () => (
        <DataTable
          caption="Holders"
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', title: 'Name', cell: ({ name }) => name, sortBy: ({ name }) => name },
            {
              key: 'units',
              title: 'Units',
              cell: ({ units }) => units,
              sortBy: ({ units }) => units,
              numeric: true,
            },
            {
              key: 'cost',
              title: 'Cost',
              cell: ({ cents }) => <Money cents={cents} form="exact" />,
              numeric: true,
            },
          ]}
        />
      ),
    },
  ],
};
