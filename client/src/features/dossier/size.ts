import { useFormat } from '../../locale/use-format.ts';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** Bytes in the largest unit that leaves a whole number before the mark. */
export function useSize(): (bytes: number) => string {
  const { locale } = useFormat();
  return (bytes) => {
    const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
    const value = bytes / 1_000 ** step;
    const form = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short' } as const;
    return new Intl.NumberFormat(locale, {
      ...form,
      maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
    }).format(value);
  };
}
