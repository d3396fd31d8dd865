import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import type { BookLevel, Picture } from './replay.ts';
import styles from './Surveillance.module.css';

/** Levels shown of each side. */
const places = 10;

/** The book at one moment, with what belongs to the accounts concerned beside each level. */
export function EvidenceBook({ picture: { bids, asks } }: { readonly picture: Picture }) {
  const { t } = useTranslation('surveillance');
  return (
    <section aria-label={t('tape.book')}>
      {bids.length + asks.length === 0 && <p>{t('tape.emptyBook')}</p>}
      <div className={styles.book}>
        <Side title={t('tape.bids')} levels={bids} />
        <Side title={t('tape.asks')} levels={asks} />
      </div>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly levels: readonly BookLevel[];
}

function Side({ title, levels }: SideProps) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tape.price')}</th>
          <th scope="col">{t('tape.units')}</th>
          <th scope="col">{t('tape.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {levels.slice(0, places).map(({ price, units, theirs }) => (
          <tr key={price} className={cx(theirs > 0 && styles.theirs)}>
            <td>{format.moneyExact(price)}</td>
            <td>{format.number(units)}</td>
            <td>{theirs > 0 ? format.number(theirs) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
