import type { Examples } from '../examples.ts';
import { CapsProgress } from './CapsProgress.tsx';

const caps = { softCap: 120_000_00, hardCap: 300_000_00 };

export const capsProgress: Examples = {
  title: 'Progress towards the caps',
  examples: [
    { name: 'nothing yet', render: () => <CapsProgress {...caps} committed={0} captured={0} /> },
    {
      name: 'below the soft cap',
      render: () => <CapsProgress {...caps} committed={84_250_00} captured={31_000_00} />,
    },
    {
      name: 'between the caps',
      render: () => <CapsProgress {...caps} committed={214_000_00} captured={150_000_00} />,
    },
    {
      name: 'oversubscribed',
      render: () => <CapsProgress {...caps} committed={410_000_00} captured={380_000_00} />,
    },
    {
      name: 'slim',
      render: () => <CapsProgress {...caps} committed={214_000_00} captured={150_000_00} size="slim" />,
    },
  ],
};
