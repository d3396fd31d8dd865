import { Button, NativeSelect } from '@mantine/core';
import type { MethodView, PaymentView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient, queryKey, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useExplanation } from './explain.ts';
import { useMethodName } from './method-name.ts';
import styles from './Payments.module.css';
import { useLeave } from './use-leave.ts';

interface UnderWayProps {
  readonly payments: readonly PaymentView[];
  readonly methods: readonly MethodView[];
}

/** Payments that are not over: where each stands, and what its payer can do about it. */
export function UnderWay({ payments, methods }: UnderWayProps) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const explain = useExplanation();
  return (
    <section aria-labelledby="underway" className={styles.section}>
      <h2 id="underway">{t('underway.title')}</h2>
      {payments.length === 0 && <p className={styles.hint}>{t('underway.empty')}</p>}
      <ul className={styles.list} hidden={payments.length === 0}>
        {payments.map((payment) => (
          <li key={payment.id} className={styles.row}>
            <div className={styles.what}>
              <strong>
                {payment.commitmentId === null ? (
                  t('transfer.title')
                ) : (
                  <Link
                    to="/portfolio/commitments/$commitmentId"
                    params={{ commitmentId: payment.commitmentId }}
                  >
                    {payment.title}
                  </Link>
                )}
                {` · ${format.moneyExact(payment.amount)} · ${t(`status.${payment.status}`)}`}
              </strong>
              <span>{explain(payment)}</span>
            </div>
            <PaymentActs payment={payment} methods={methods} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the payer can do about a payment now; nothing for most. */
export function PaymentActs({
  payment,
  methods,
}: {
  readonly payment: PaymentView;
  readonly methods: readonly MethodView[];
}) {
  if (payment.status === 'action_needed') return <Authenticate payment={payment} />;
  if (payment.status === 'method_needed') return <Instead payment={payment} methods={methods} />;
  return payment.status === 'declined' && methods.length > 0 ? (
    <Retry payment={payment} methods={methods} />
  ) : null;
}

function Authenticate({ payment }: { readonly payment: PaymentView }) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const { id: paymentId, amount, title } = payment;
  const { busy, error, leave } = useLeave(async () => {
    const back =
      payment.commitmentId === null
        ? '/portfolio/payments'
        : `/portfolio/commitments/${payment.commitmentId}`;
    const { url } = await api('payments.authenticate', { params: { paymentId }, body: { back } });
    return url ?? location.href;
  });
  return (
    <div>
      <Button
        loading={busy}
        onClick={leave}
        aria-label={t('underway.actOf', { amount: format.money(amount), title })}
      >
        {t('underway.act')}
      </Button>
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}

/** After a refusal for good: one of the other methods, or a new one. */
function Instead({
  payment,
  methods,
}: {
  readonly payment: PaymentView;
  readonly methods: readonly MethodView[];
}) {
  const { t } = useTranslation('payments');
  const others = methods.filter(({ id }) => id !== payment.method?.id);
  return (
    <div className={styles.acts}>
      {others.length > 0 && <Retry payment={payment} methods={others} />}
      <Link to="/portfolio/payments" hash="methods">
        {t('underway.addMethod')}
      </Link>
    </div>
  );
}

function Retry({
  payment,
  methods,
}: {
  readonly payment: PaymentView;
  readonly methods: readonly MethodView[];
}) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const nameOf = useMethodName();
  const [chosen, setChosen] = useState(payment.method?.id ?? methods[0]?.id);
  const retry = useCommand('payments.retry');
  const go = () => {
    const methodId = methods.find(({ id }) => id === chosen)?.id ?? methods[0]?.id;
    if (methodId === undefined) return;
    retry.mutate(
      { params: { paymentId: payment.id }, body: { methodId } },
      {
        onSuccess: () => {
          for (const name of ['payments.overview', 'payments.ofCommitment'] as const)
            void queryClient.invalidateQueries({ queryKey: queryKey(name) });
        },
      },
    );
  };
  const word = payment.status === 'method_needed' ? 'instead' : 'retry';
  const about = { amount: format.money(payment.amount), title: payment.title };
  return (
    <div className={styles.acts}>
      <NativeSelect
        label={t('underway.retryWith')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value as MethodView['id'])}
        data={methods.map((method) => ({ value: method.id, label: nameOf(method) }))}
      />
      <Button loading={retry.isPending} onClick={go} aria-label={t(`underway.${word}Of`, about)}>
        {t(`underway.${word}`)}
      </Button>
      {retry.error !== null && <ErrorState error={retry.error} />}
      <LiveRegion text={retry.isSuccess ? t('underway.retried') : ''} />
    </div>
  );
}
