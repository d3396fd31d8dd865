import { Button } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { useMyCommitments } from '../../ui/Commitment/useMyCommitments.ts';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { freeCents } from '../../ui/Wallet/free.ts';
import { lotsOf } from './amounts.ts';
import { MyCommitment } from './MyCommitment.tsx';
import { Obstacle } from './Obstacle.tsx';
import { useObstacle } from './obstacle.ts';
import styles from './OfferAction.module.css';

/** What the reader of an offer's page can do with it, and has done: fills the slot beside the terms. */
export function OfferAction({ offer }: SlotProps['offerAction']) {
  const { t } = useTranslation('commit');
  const me = useMe();
  const { items, error } = useMyCommitments(me !== null);
  const mine = (items ?? []).filter(({ offerId }) => offerId === offer.id);
  const obstacle = useObstacle(offer);
  const action = obstacle === null ? t('action.title') : t(`obstacle.${obstacle}`);
  const title = mine.length === 0 ? action : t('action.mine', { count: mine.length });
  if (me !== null && items === undefined && error === null) return <Skeletons shape="rows" count={4} />;
  return (
    <section className={styles.action} aria-labelledby="offer-action">
      <h2 id="offer-action" className={styles.title}>
        {title}
      </h2>
      {mine.length > 0 && (
        <ul className={styles.mine}>
          {mine.map((commitment) => (
            <MyCommitment key={commitment.id} commitment={commitment} />
          ))}
        </ul>
      )}
      {obstacle === null ? (
        <Start offer={offer} again={mine.length > 0} />
      ) : (
        <Obstacle offer={offer} kind={obstacle} titled={mine.length > 0} />
      )}
    </section>
  );
}

function Start({ offer, again }: { readonly offer: OfferView; readonly again: boolean }) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const wallet = useApi('wallet.read');
  const { smallest, lot } = lotsOf(offer);
  const sophisticated = useMe()?.investorClass === 'sophisticated';
  return (
    <>
      <Facts
        facts={[
          { label: t('action.smallest'), value: format.money(smallest.amount) },
          { label: t('action.lot', { units: format.number(lot.units) }), value: format.money(lot.amount) },
          {
            label: t('action.free'),
            value: wallet.data === undefined ? '…' : format.money(freeCents(wallet.data)),
          },
        ]}
      />
      <Button
        fullWidth
        size="lg"
        mt="md"
        variant={again ? 'default' : 'filled'}
        renderRoot={(props) => (
          <Link to="/offers/$offerId/commit" params={{ offerId: offer.id }} {...props} />
        )}
      >
        {again ? t('action.more') : t('action.start')}
      </Button>
      {!sophisticated && (
        <p className={styles.protection}>{t('action.protection', { days: policy.reflectionDays })}</p>
      )}
    </>
  );
}
