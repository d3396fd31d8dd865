import { Button, Textarea } from '@mantine/core';
import type { DisclosureView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Disclosures.module.css';

const open: ReadonlySet<string> = new Set(['filed', 'signalled', 'suspended']);

/** The three ways to decide, each with the same reason. */
function useDeciding({ id, filing }: DisclosureView, reason: string) {
  const decide = useCommand('disclosures.decide');
  const dismiss = useCommand('disclosures.dismiss');
  const params = { disclosureId: id };
  const onSuccess = (after: DisclosureView) =>
    queryClient.setQueryData(queryKey('disclosures.read', { params }), after);
  const contentHash = filing?.contentHash ?? '';
  return {
    busy: decide.isPending || dismiss.isPending,
    error: decide.error ?? dismiss.error,
    judge: (accept: boolean) =>
      decide.mutate({ params, body: { accept, contentHash, reason } }, { onSuccess }),
    dismiss: () => dismiss.mutate({ params, body: { reason } }, { onSuccess }),
  };
}

/** Accept, refuse, or find that there is no defect; each with a reason. */
export function Decision({ disclosure }: { readonly disclosure: DisclosureView }) {
  const { t } = useTranslation('disclosures');
  const { kind, status, filing } = disclosure;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const deciding = useDeciding(disclosure, reason);
  if (!open.has(status)) return null;
  const good = reason.trim().length >= 3;
  const when = (act: () => void) => () => {
    setTried(true);
    if (good) act();
    else document.getElementById('decision-reason')?.focus();
  };
  return (
    <section aria-labelledby="decision" className={styles.panel}>
      <h2 id="decision" className={styles.heading}>
        {t('page.decide')}
      </h2>
      <Textarea
        id="decision-reason"
        label={t('page.reason')}
        description={t('page.reasonHelp')}
        value={reason}
        maxLength={2000}
        error={tried && !good ? t('page.needReason') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {filing !== null && <p>{t('page.consequence')}</p>}
      {deciding.error !== null && <ErrorState error={deciding.error} />}
      <Acts
        filed={filing !== null}
        defect={kind === 'defect'}
        busy={deciding.busy}
        onJudge={(accept) => when(() => deciding.judge(accept))()}
        onDismiss={when(deciding.dismiss)}
      />
    </section>
  );
}

interface ActsProps {
  readonly filed: boolean;
  readonly defect: boolean;
  readonly busy: boolean;
  readonly onJudge: (accept: boolean) => void;
  readonly onDismiss: () => void;
}

function Acts({ filed, defect, busy, onJudge, onDismiss }: ActsProps) {
  const { t } = useTranslation('disclosures');
  return (
    <div className={styles.acts}>
      {filed && (
        <>
          <Button loading={busy} onClick={() => onJudge(true)}>
            {t('page.accept')}
          </Button>
          <Button variant="default" loading={busy} onClick={() => onJudge(false)}>
            {t('page.refuse')}
          </Button>
        </>
      )}
      {defect && (
        <Button variant="default" loading={busy} onClick={onDismiss}>
          {t('page.dismiss')}
        </Button>
      )}
    </div>
  );
}
