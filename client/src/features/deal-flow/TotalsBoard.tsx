import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useDealFlow } from '../../realtime/index.ts';
import { MovingNumber } from '../../ui/MovingNumber/MovingNumber.tsx';
import styles from './TotalsBoard.module.css';

const figures = ['committed', 'raised', 'openOffers', 'commitments', 'fundedVentures', 'holders'] as const;
const inMoney: ReadonlySet<string> = new Set(['committed', 'raised']);

/** The venue's totals; each runs to its new value when something happens. */
export function TotalsBoard() {
  const { t } = useTranslation('dealFlow');
  const format = useFormat();
  const live = useDealFlow().totals;
  // The socket may be a moment away, or blocked: the figures need not wait for it.
  const read = useApi('dealFlow.read', { query: { limit: 1 } }, { enabled: live === null });
  const totals = live ?? read.data?.totals;
  return (
    <dl className={styles.board} aria-label={t('totals.label')}>
      {figures.map((name) => (
        <div key={name} className={inMoney.has(name) ? styles.wide : styles.narrow}>
          <dd>
            {totals === undefined ? (
              <span aria-hidden="true">–</span>
            ) : (
              <MovingNumber
                value={totals[name]}
                write={inMoney.has(name) ? format.moneyWhole : format.number}
              />
            )}
          </dd>
          <dt>{t(`totals.${name}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
