import type { Tape, TapeStep } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import type en from './words.en.ts';
import { useFormat } from '../../locale/use-format.ts';

type FigureName = keyof typeof en.figure;
type Reason = keyof typeof en.tape.reason;
type Phase = keyof typeof en.tape.phases;

/** Numbers of an alert, each with its name; the ending of the name tells the measure. */
export function useFigures() {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const text = (name: string, value: number): string => {
    if (name.endsWith('Cents')) return format.moneyExact(value);
    if (name.endsWith('Bps')) return format.rate(value);
    if (name.endsWith('Ms')) return t('seconds', { seconds: format.number(Math.round(value / 100) / 10) });
    return format.number(value);
  };
  return (figures: readonly { readonly name: string; readonly value: number }[]) =>
    figures.map(({ name, value }) => ({
      label: t(`figure.${name as FigureName}`),
      value: text(name, value),
    }));
}

/** One step of a tape as a sentence. */
export function useStepText({ suspects }: Pick<Tape, 'suspects'>) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const name = (place: number | null): string =>
    (place === null ? undefined : suspects[place]?.displayName) ?? t('tape.somebody');
  return (step: TapeStep): string => {
    if (step.kind === 'phase') return t('tape.phase', { phase: t(`tape.phases.${step.phase as Phase}`) });
    return t(`tape.${step.kind}`, {
      who: name(step.who),
      other: name(step.other),
      side: step.side === null ? '' : t(`tape.side.${step.side}`),
      units: format.number(step.quantity),
      price: step.price === null ? '' : format.moneyExact(step.price),
      reason: step.reason === null ? '' : t(`tape.reason.${step.reason as Reason}`),
    });
  };
}
