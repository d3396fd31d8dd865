import { Button, Textarea } from '@mantine/core';
import type { DisclosureView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Disclosures.module.css';

const open: ReadonlySet<string> = new Set(['filed', 'signalled', 'suspended']);

/** Accept, refuse, or find that there is no defect; each with a reason. */
export function Decision({ disclosure }: { readonly disclosure: DisclosureView }) {
  const { t } = useTranslation('disclosures');
  const { id, kind, status, filing } = disclosure;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useCommand('disclosures.decide');
  const dismiss = useCommand('disclosures.dismiss');
  if (!open.has(status)) return null;
  const good = reason.trim().length >= 3;
  const params = { disclosureId: id };
  const onSuccess = (after: DisclosureView) =>
    queryClient.setQueryData(queryKey('disclosures.read', { params }), after);
  const when = (act: () => void) => () => {
    setTried(true);
    if (good) act();
    else document.getElementById('decision-reason')?.focus();
  };
  const judge = (accept: boolean) =>
    when(() => {
      const contentHash = filing?.contentHash ?? '';
      decide.mutate({ params, body: { accept, contentHash, reason } }, { onSuccess });
    });
  return (
    <section aria-labelledby="decision" className={styles.panel}>
      <h2 id="decision" className={styles.heading}>
        {t('page.decide')}
      </h2>
      {filing === null && kind === 'change' && <p>{t('page.none')}</p>}
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
      {decide.isError && <ErrorState error={decide.error} />}
      {dismiss.isError && <ErrorState error={dismiss.error} />}
      <div className={styles.acts}>
        {filing !== null && (
          <>
            <Button loading={decide.isPending} onClick={judge(true)}>
              {t('page.accept')}
            </Button>
            <Button variant="default" loading={decide.isPending} onClick={judge(false)}>
              {t('page.refuse')}
            </Button>
          </>
        )}
        {kind === 'defect' && (
          <Button
            variant="default"
            loading={dismiss.isPending}
            onClick={when(() => dismiss.mutate({ params, body: { reason } }, { onSuccess }))}
          >
            {t('page.dismiss')}
          </Button>
        )}
      </div>
    </section>
  );
}
