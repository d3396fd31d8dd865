import { useFormat } from '../../locale/use-format.ts';

/** The signed decimal of the contract as money in the reader's own notation. */
export function useSigned(): (text: string) => string {
  const format = useFormat();
  return (text) => format.moneyExact(Math.round(Number(text) * 100));
}
