import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../cx.ts';
import styles from './CapsProgress.module.css';

export interface Caps {
  /** Pledged and captured together, cents. */
  readonly committed: number;
  /** Past the reflection period, cents. */
  readonly captured: number;
  readonly softCap: number;
  readonly hardCap: number;
}

interface CapsProgressProps extends Caps {
  /** `slim` leaves out the legend, for cards. */
  readonly size?: 'slim' | 'full';
}

const share = (part: number, whole: number): number => Math.min(1, whole === 0 ? 0 : part / whole);
const width = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** A portico that fills arch by arch: what is held, what is pledged, the soft cap as a column, the hard cap at its end. */
export function CapsProgress({ size = 'full', ...caps }: CapsProgressProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const { committed, captured, softCap, hardCap } = caps;
  const reached = committed >= softCap;
  const text = t('caps.text', {
    committed: format.money(committed),
    share: format.percent(committed / hardCap),
    hardCap: format.money(hardCap),
    captured: format.money(captured),
    softCap: format.money(softCap),
    soft: reached
      ? t('caps.softReached')
      : t('caps.softMissing', { missing: format.money(softCap - committed) }),
  });
  return (
    <div className={cx(styles.frame, size === 'slim' && styles.slim)}>
      <progress
        className="visually-hidden"
        aria-label={t('caps.label')}
        aria-valuetext={text}
        value={share(committed, hardCap)}
      />
      <div className={styles.portico} aria-hidden="true">
        <div className={styles.wall}>
          <div className={styles.pledged} style={{ width: width(share(committed, hardCap)) }} />
          <div className={styles.captured} style={{ width: width(share(captured, hardCap)) }} />
        </div>
        <div
          className={cx(styles.soft, reached && styles.reached)}
          style={{ left: width(share(softCap, hardCap)) }}
        />
      </div>
      {size === 'full' && <Legend {...caps} />}
    </div>
  );
}

function Legend({ committed, captured, softCap, hardCap }: Caps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const entries = [
    [styles.keyCaptured, t('caps.captured'), captured],
    [styles.keyPledged, t('caps.pledged'), committed - captured],
    [styles.keySoft, t('caps.softCap'), softCap],
    [styles.keyHard, t('caps.hardCap'), hardCap],
  ] as const;
  return (
    <>
      <dl className={styles.legend}>
        {entries.map(([mark, label, cents]) => (
          <div key={label}>
            <dt>
              <span className={cx(styles.key, mark)} />
              {label}
            </dt>
            <dd>{format.money(cents)}</dd>
          </div>
        ))}
      </dl>
      {committed > hardCap && <p className={styles.over}>{t('caps.over')}</p>}
    </>
  );
}
