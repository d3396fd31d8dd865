import type { MarketModel, MarketPhase, MarketSession } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Countdown } from '../Countdown/Countdown.tsx';
import { cx } from '../cx.ts';
import { PhaseBadge } from './PhaseBadge.tsx';
import styles from './SessionBar.module.css';

interface SessionBarProps {
  readonly session: MarketSession;
  readonly model: MarketModel;
}

const paths: Readonly<Record<MarketModel, readonly MarketPhase[]>> = {
  auction: ['pre_open', 'call', 'freeze', 'uncross', 'closed'],
  continuous: ['pre_open', 'call', 'freeze', 'uncross', 'continuous', 'closed'],
  bulletin: ['pre_open', 'closed'],
};

/** Where a market stands in its session: the phase, what it means, when it ends, what comes after it. */
export function SessionBar({ session, model }: SessionBarProps) {
  const { t } = useTranslation('trading');
  const { phase, extensions } = session;
  return (
    <div className={styles.session}>
      <div className={styles.now}>
        <PhaseBadge phase={phase} size="large" />
        <span className={styles.when}>
          <When session={session} />
        </span>
      </div>
      <p className={styles.text}>
        {t(`phaseText.${phase}`)}
        {extensions > 0 && <strong> {t('session.extended', { count: extensions })}.</strong>}
      </p>
      {phase !== 'halted' && (
        <ol className={styles.steps} aria-label={t('session.steps')}>
          {paths[model].map((step) => (
            <li
              key={step}
              className={cx(styles.step, step === phase && styles.current)}
              {...(step === phase ? { 'aria-current': 'step' } : {})}
            >
              {t(`phase.${step}`)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** When the phase ends, or the next session begins, as far as anybody may know. */
export function When({ session }: Pick<SessionBarProps, 'session'>) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const { phase, until, nextAt } = session;
  if (phase === 'freeze')
    return until === null ? null : t('session.endsAny', { time: format.timeExact(until) });
  if (phase !== 'closed' && until !== null)
    return (
      <>
        {t('session.ends')} <Countdown to={until} />
      </>
    );
  if (phase === 'halted' || phase === 'uncross') return null;
  if (nextAt === null) return t('session.noNext');
  return (
    <>
      {t('session.next')} <Countdown to={nextAt} />
    </>
  );
}
