import type { MarketPhase } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './SessionBar.module.css';

type Tone = 'quiet' | 'waiting' | 'moving' | 'bad';

const tones: Readonly<Record<MarketPhase, Tone>> = {
  closed: 'quiet',
  pre_open: 'waiting',
  call: 'waiting',
  freeze: 'waiting',
  uncross: 'moving',
  continuous: 'moving',
  halted: 'bad',
};

interface PhaseBadgeProps {
  readonly phase: MarketPhase;
  readonly size?: 'small' | 'large';
}

/** The phase of a market in words; the colour only repeats it. */
export function PhaseBadge({ phase, size = 'small' }: PhaseBadgeProps) {
  const { t } = useTranslation('trading');
  return <span className={cx(styles.badge, styles[tones[phase]], styles[size])}>{t(`phase.${phase}`)}</span>;
}
