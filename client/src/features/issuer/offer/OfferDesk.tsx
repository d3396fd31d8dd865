import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { useOfferProgress } from '../../../realtime/index.ts';
import type { SlotProps } from '../../../slots/slots.ts';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../../ui/Facts/Facts.tsx';
import { FieldHelp } from '../../../ui/FieldHelp/FieldHelp.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import { useOwn } from '../useOwn.ts';
import styles from './OfferDesk.module.css';
import { Register } from './Register.tsx';

/** On the page of an offer: how it stands for its issuer, and the register of holders for issuer and operators. */
export function OfferDesk({ offer }: SlotProps['offerDesk']) {
  const { t } = useTranslation('issuer');
  const operator = useMe()?.roles.includes('operator') ?? false;
  const own = useOwn(offer.organisation.id) ?? false;
  if (!own && !operator) return null;
  return (
    <section className={styles.desk} aria-labelledby="issuer-desk">
      <h2 id="issuer-desk" className={styles.title}>
        {t(own ? 'desk.title' : 'desk.operatorTitle')}
      </h2>
      <p className={styles.lead}>{t(own ? 'desk.lead' : 'desk.operatorLead')}</p>
      {own && <Progress offer={offer} />}
      {own && <Proceeds offer={offer} />}
      <Register offer={offer} />
    </section>
  );
}

function Progress({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const { committed, captured, investors } = useOfferProgress(offer);
  const average = investors === 0 ? 0 : Math.floor(committed / investors);
  return (
    <Facts
      form="tiles"
      facts={[
        { label: t('desk.committed'), value: format.money(committed) },
        { label: t('desk.captured'), value: format.money(captured) },
        { label: t('desk.investors'), value: format.number(investors) },
        { label: t('desk.average'), value: format.moneyWhole(average) },
      ]}
    />
  );
}

function Proceeds({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const { id: organisationId, name } = offer.organisation;
  const proceeds = useApi('organisations.proceeds', { params: { organisationId } });
  if (proceeds.isPending) return <Skeletons shape="lines" count={2} />;
  if (proceeds.isError) return <ErrorState error={proceeds.error} onRetry={() => void proceeds.refetch()} />;
  const { received, retained } = proceeds.data;
  return (
    <div>
      <h3 className={styles.subtitle}>{t('desk.proceeds', { name })}</h3>
      <Facts
        form="tiles"
        facts={[
          { label: t('desk.received'), value: format.moneyExact(received) },
          {
            label: t('desk.retained'),
            value: format.moneyExact(retained),
            help: <FieldHelp about={t('desk.retained')}>{t('desk.retainedHelp')}</FieldHelp>,
          },
        ]}
      />
    </div>
  );
}
