import type { ListingView, OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import { Slot } from '../../slots/slots.ts';
import { CapsProgress } from '../../ui/CapsProgress/CapsProgress.tsx';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useThrottled } from '../../ui/LiveRegion/useThrottled.ts';
import { MovingNumber } from '../../ui/MovingNumber/MovingNumber.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import { Milestones } from './Milestones.tsx';
import styles from './OfferAside.module.css';
import page from './VenturePage.module.css';
import { Terms } from './Terms.tsx';

interface OfferAsideProps {
  readonly offer: OfferView;
  readonly listing: ListingView | undefined;
}

/** How the offer stands, live; what the reader can do; on which terms; when. */
export function OfferAside({ offer, listing }: OfferAsideProps) {
  return (
    <aside className={page.aside}>
      <Standing offer={offer} />
      <Slot name="offerAction" offer={offer} otherwise={<Skeletons shape="rows" count={4} />} />
      {listing !== undefined && <Terms facts={listing.draft.facts} />}
      <Milestones offer={offer} />
    </aside>
  );
}

function Standing({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('venture');
  const format = useFormat();
  const progress = useOfferProgress(offer);
  const { status, committed, captured, investors } = progress;
  const { softCap, hardCap } = offer;
  const share = format.percent(committed / hardCap);
  const heard = useThrottled(committed, 20_000);
  const changed = heard.value !== heard.before;
  return (
    <section aria-labelledby="standing" className={page.box}>
      <h2 id="standing" className="visually-hidden">
        {t('progress.title')}
      </h2>
      <div className={styles.top}>
        <StatusBadge status={status} />
        {status === 'open' && <Countdown to={offer.closesAt} verb="closesIn" />}
        {status === 'scheduled' && <Countdown to={offer.opensAt} verb="opensIn" />}
      </div>
      <p className={styles.committed}>
        <span className={styles.money}>
          <MovingNumber value={committed} write={format.moneyWhole} />
        </span>{' '}
        {t('progress.committed')}
      </p>
      <CapsProgress {...{ committed, captured, softCap, hardCap }} />
      <p className={styles.detail}>
        {t('progress.share', { share })} · {t('progress.investors', { count: investors })}
      </p>
      <Note status={status} />
      <LiveRegion text={changed ? t('progress.news', { committed: format.money(heard.value), share }) : ''} />
    </section>
  );
}

function Note({ status }: { readonly status: OfferView['progress']['status'] }) {
  const { t } = useTranslation('venture');
  if (status === 'closing' || status === 'funded' || status === 'failed' || status === 'cancelled')
    return <p className={styles.note}>{t(`progress.${status}Note`)}</p>;
  return null;
}
