import type { AlertDetail } from '@piazza/shared/contract';
import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand, useMe } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import styles from './Surveillance.module.css';

interface DecisionProps {
  readonly alert: AlertDetail;
}

/** What became of an alert, or what may be done with it. */
export function Decision({ alert }: DecisionProps) {
  const { t } = useTranslation('surveillance');
  const { caseId, dismissed } = alert;
  if (dismissed !== null) return <p>{t('alert.dismissedBy', dismissed)}</p>;
  if (caseId === null) return <Choices alert={alert} />;
  return (
    <p>
      {t('alert.inCase')}{' '}
      <Link to="/desk/surveillance/cases/$caseId" params={{ caseId }}>
        {t('alert.openCase')}
      </Link>
    </p>
  );
}

function Choices({ alert }: DecisionProps) {
  const { t } = useTranslation('surveillance');
  const me = useMe();
  const navigate = useNavigate();
  const open = useCommand('cases.open');
  const [dismissing, setDismissing] = useState(false);
  const begin = (assignee: string | null) =>
    open.mutate(
      { params: { alertId: alert.id }, body: { assignee: assignee as never } },
      {
        onSuccess: ({ id: caseId }) =>
          void navigate({ to: '/desk/surveillance/cases/$caseId', params: { caseId } }),
      },
    );
  return (
    <>
      <div className={styles.acts}>
        <Button loading={open.isPending} onClick={() => begin(me?.id ?? null)}>
          {t('alert.openMine')}
        </Button>
        <Button variant="default" loading={open.isPending} onClick={() => begin(null)}>
          {t('alert.open')}
        </Button>
        <Button variant="default" onClick={() => setDismissing(true)}>
          {t('alert.dismiss')}
        </Button>
      </div>
      {open.isError && <ErrorState error={open.error} />}
      <Join alert={alert} />
      {dismissing && <Dismiss alert={alert} onClose={() => setDismissing(false)} />}
    </>
  );
}

/** An open case that the alert may join; nothing where there is none. */
function Join({ alert }: DecisionProps) {
  const { t } = useTranslation('surveillance');
  const navigate = useNavigate();
  const cases = useApi('cases.list', { query: { state: 'open', limit: 50 } });
  const join = useCommand('cases.join');
  const [chosen, setChosen] = useState('');
  const rows = cases.data?.items ?? [];
  const caseId = rows.find(({ id }) => id === chosen)?.id ?? rows[0]?.id;
  if (caseId === undefined) return null;
  const send = () =>
    join.mutate(
      { params: { caseId }, body: { alertId: alert.id } },
      {
        onSuccess: () => void navigate({ to: '/desk/surveillance/cases/$caseId', params: { caseId } }),
      },
    );
  return (
    <div className={styles.acts}>
      <NativeSelect
        label={t('alert.joinWhich')}
        value={caseId}
        data={rows.map(({ id, titles }) => ({
          value: id as string,
          label: [t('cases.name', { id }), ...titles].join(' · '),
        }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button variant="default" loading={join.isPending} onClick={send}>
        {t('alert.join')}
      </Button>
      {join.isError && <ErrorState error={join.error} />}
    </div>
  );
}

function Dismiss({ alert, onClose }: DecisionProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('surveillance');
  const dismiss = useCommand('cases.dismiss');
  return (
    <ReasonDialog
      title={t('alert.dismissTitle')}
      confirm={t('alert.dismiss')}
      busy={dismiss.isPending}
      error={dismiss.error}
      onConfirm={(reason) =>
        dismiss.mutate({ params: { alertId: alert.id }, body: { reason } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
