import { Button } from '@mantine/core';
import type { MarketPhase, MarketView, Me } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import type { PickedPrices } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { takesOrders } from './kinds.ts';
import styles from './OrderTicket.module.css';
import { Outcome } from './Outcome.tsx';
import { TicketForm } from './TicketForm.tsx';
import { useGround } from './useGround.ts';
import { useTicket } from './useTicket.ts';

interface OrderTicketProps {
  readonly listingId: ListingId;
  readonly picked: PickedPrices;
}

/** Where an order is written, on the page of a market. It says what is missing to those who cannot. */
export function OrderTicket(props: OrderTicketProps) {
  const { t } = useTranslation('orderTicket');
  return (
    <section aria-labelledby="ticket-title" className={styles.ticket}>
      <h2 id="ticket-title" className={styles.title}>
        {t('title')}
      </h2>
      <Inside {...props} />
    </section>
  );
}

function Inside({ listingId, picked }: OrderTicketProps) {
  const { t } = useTranslation('orderTicket');
  const me = useMe();
  const { data: market, error, refetch } = useApi('markets.read', { params: { listingId } });
  if (market === undefined)
    return error === null ? (
      <Skeletons shape="lines" />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  if (market.model === 'bulletin') return <p className={styles.soft}>{t('closed.bulletin')}</p>;
  if (me === null) return <SignIn listingId={listingId} />;
  if (!me.roles.includes('investor')) return <p className={styles.soft}>{t('closed.role')}</p>;
  return <Open key={`${me.id} ${listingId}`} me={me} market={market} picked={picked} />;
}

function SignIn({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation(['orderTicket', 'common']);
  return (
    <>
      <p className={styles.soft}>{t('orderTicket:closed.signIn')}</p>
      <Button
        renderRoot={(props) => <Link to="/sign-in" search={{ to: `/markets/${listingId}` }} {...props} />}
      >
        {t('common:nav.signIn')}
      </Button>
    </>
  );
}

interface OpenProps {
  readonly me: Me;
  readonly market: MarketView;
  readonly picked: PickedPrices;
}

function Open({ me, market, picked }: OpenProps) {
  const ground = useGround(market);
  const ticket = useTicket({ listingId: market.listingId, personId: me.id, ground, picked });
  const shut = market.blocked || !takesOrders(ground.phase);
  return (
    <>
      <Outcome ticket={ticket} />
      {shut ? (
        <Closed market={market} phase={ground.phase} />
      ) : (
        <TicketForm ground={ground} ticket={ticket} />
      )}
    </>
  );
}

interface ClosedProps {
  readonly market: MarketView;
  readonly phase: MarketPhase;
}

/** Why no order is taken now, and when one will be. */
function useClosedText({ market: { blocked, session }, phase }: ClosedProps): string {
  const { t } = useTranslation('orderTicket');
  const format = useFormat();
  if (blocked) return t('closed.blocked');
  if (phase === 'halted') return t('closed.halted');
  if (phase === 'uncross') return t('closed.uncross');
  const { nextAt } = session;
  return nextAt === null ? t('closed.unplanned') : t('closed.until', { when: format.dateTime(nextAt) });
}

function Closed(props: ClosedProps) {
  return <p className={styles.soft}>{useClosedText(props)}</p>;
}
