import { Button } from '@mantine/core';
import type { DutiesView, ToDeclare } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { readAgain } from './read-again.ts';
import { IssuerTrade, OwnTrade } from './TradeForm.tsx';

interface Props {
  readonly duties: DutiesView;
  readonly issuer: boolean;
}

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** What managers traded: what they have declared, and what they or their issuer have yet to declare. */
export function Trades({ duties, issuer }: Props) {
  const { t } = useTranslation('duties');
  const investor = useMe()?.roles.includes('investor') ?? false;
  const { listingId, since } = duties;
  const format = useFormat();
  return (
    <section aria-labelledby="duty-trades" className={styles.part}>
      <h2 id="duty-trades">{t('trades')}</h2>
      {duties.trades.length === 0 && <p>{t('noTrades')}</p>}
      <ul className={styles.list}>
        {duties.trades.map(({ number, manager, side, quantity, amount, on, late }) => (
          <li key={number} className={styles.item}>
            <p>
              {t(`trade.${side}`, {
                name: manager,
                units: format.number(quantity),
                amount: format.money(amount),
                date: format.longDate(noon(on)),
              })}{' '}
              {late && <span className={styles.late}>({t('late')})</span>}
            </p>
          </li>
        ))}
      </ul>
      {duties.toDeclare.length > 0 && (
        <>
          <h3 className={styles.plain}>{t('toDeclare')}</h3>
          <ul className={styles.list}>
            {duties.toDeclare.map((seen) => (
              <Seen key={`${seen.entry} ${seen.on}`} {...{ listingId, seen, issuer }} />
            ))}
          </ul>
        </>
      )}
      {since !== null && issuer && <IssuerTrade listingId={listingId} />}
      {since !== null && !issuer && investor && <OwnTrade listingId={listingId} />}
    </section>
  );
}

interface SeenProps {
  readonly listingId: DutiesView['listingId'];
  readonly seen: ToDeclare;
  readonly issuer: boolean;
}

/** What the venue has seen a manager trade on a day, to be declared with one button. */
function Seen({ listingId, seen, issuer }: SeenProps) {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const declare = useCommand('insiders.declareSeen');
  const { entry, manager, own, on, owed, overdue, dueAt } = seen;
  const date = format.longDate(noon(on));
  // The last moment at which it is in time is the end of the day before.
  const until = format.longDate(dueAt - 1);
  const send = () =>
    declare.mutate(
      { params: { listingId }, body: { entry: own ? null : entry, on } },
      { onSuccess: readAgain },
    );
  return (
    <li className={styles.item}>
      {seen.trades.map(({ side, quantity, price, amount }) => (
        <p key={`${side} ${price}`}>
          {t(`trade.${side}`, {
            name: manager,
            units: format.number(quantity),
            amount: format.money(amount),
            date,
          })}
        </p>
      ))}
      <p>
        {t('yearSum', { amount: format.money(seen.yearAmount) })} ·{' '}
        {owed ? t('owedBy', { date: until }) : t('mayBy')}{' '}
        {overdue && <span className={styles.late}>({t('late')})</span>}
      </p>
      {declare.isError && <ErrorState error={declare.error} />}
      {(own || issuer) && (
        <div>
          <Button
            variant={owed ? 'filled' : 'default'}
            loading={declare.isPending}
            aria-label={t('declareSeenNamed', { name: manager, date })}
            onClick={send}
          >
            {t('declareSeen')}
          </Button>
        </div>
      )}
    </li>
  );
}
