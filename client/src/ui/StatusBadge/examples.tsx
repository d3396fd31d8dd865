import { commitmentStatuses, listingStatuses, offerStatuses } from '@piazza/shared/contract';
import type { Examples } from '../examples.ts';
import { StatusBadge } from './StatusBadge.tsx';

export const statusBadge: Examples = {
  title: 'Status',
  examples: [...new Set([...listingStatuses, ...offerStatuses, ...commitmentStatuses])].map((status) => ({
    name: status,
    render: () => <StatusBadge status={status} />,
  })),
};
