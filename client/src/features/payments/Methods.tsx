import { Button } from '@mantine/core';
import type { MethodView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient, queryKey, useCommand, uuid } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useMethodName } from './method-name.ts';
import styles from './Payments.module.css';
import { setupSession, useFinishedSetup } from './use-setup.ts';
import { useLeave } from './use-leave.ts';

/** Cards and accounts left with the provider: what there is, a new one, the end of one. */
export function Methods({ methods }: { readonly methods: readonly MethodView[] }) {
  const { t } = useTranslation('payments');
  const finished = useFinishedSetup();
  return (
    <section aria-labelledby="methods" className={styles.section}>
      <h2 id="methods">{t('methods.title')}</h2>
      <p className={styles.hint}>{t('methods.why')}</p>
      {finished.error !== null && <ErrorState error={finished.error} onRetry={finished.again} />}
      {finished.state !== 'none' && finished.error === null && (
        <output>{t(`methods.${finished.state}`)}</output>
      )}
      {methods.length === 0 ? <p>{t('methods.empty')}</p> : <MethodList methods={methods} />}
      <div className={styles.acts}>
        <Add kind="card" />
        <Add kind="sepa_debit" />
      </div>
      <p className={styles.hint}>{t('methods.sepaNote')}</p>
    </section>
  );
}

function Add({ kind }: { readonly kind: MethodView['kind'] }) {
  const { t } = useTranslation('payments');
  const { busy, error, leave } = useLeave(async () => {
    const body = { kind, back: '/portfolio/payments' };
    const { url, session } = await api('payments.beginMethod', { body }, { key: uuid() });
    setupSession.keep(session);
    return url;
  });
  return (
    <div>
      <Button variant="default" loading={busy} onClick={leave}>
        {t(kind === 'card' ? 'methods.addCard' : 'methods.addSepa')}
      </Button>
      <LiveRegion text={busy ? t('methods.leaving') : ''} />
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}

interface RowProps {
  readonly method: MethodView;
  readonly onRemove: () => void;
}

function Row({ method, onRemove }: RowProps) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const nameOf = useMethodName();
  const { inUse, expires, since } = method;
  const kept =
    expires === null
      ? t('methods.since', { date: format.date(since) })
      : t('methods.expires', { date: expires });
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <strong>{nameOf(method)}</strong>
        <span className={styles.hint}>{inUse ? t('methods.inUse') : kept}</span>
      </span>
      <Button
        variant="default"
        size="xs"
        disabled={inUse}
        aria-label={t('methods.removeThis', { name: nameOf(method) })}
        onClick={onRemove}
      >
        {t('methods.remove')}
      </Button>
    </li>
  );
}

function MethodList({ methods }: { readonly methods: readonly MethodView[] }) {
  const { t } = useTranslation('payments');
  const nameOf = useMethodName();
  const [leaving, setLeaving] = useState<MethodView | null>(null);
  const [said, setSaid] = useState('');
  const remove = useCommand('payments.removeMethod');
  const go = (method: MethodView) =>
    remove.mutate(
      { params: { methodId: method.id } },
      {
        onSuccess: () => {
          setLeaving(null);
          setSaid(t('methods.removed'));
          void queryClient.invalidateQueries({ queryKey: queryKey('payments.overview') });
        },
      },
    );
  return (
    <>
      <ul className={styles.list}>
        {methods.map((method) => (
          <Row key={method.id} method={method} onRemove={() => setLeaving(method)} />
        ))}
      </ul>
      <ConfirmDialog
        opened={leaving !== null}
        title={t('methods.removeTitle')}
        confirm={t('methods.remove')}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving !== null && go(leaving)}
        onClose={() => setLeaving(null)}
      >
        <p>{leaving !== null && nameOf(leaving)}</p>
        <p>{t('methods.removeText')}</p>
      </ConfirmDialog>
      <LiveRegion text={said} />
    </>
  );
}
