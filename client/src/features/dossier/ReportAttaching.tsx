import { Button } from '@mantine/core';
import type { DocumentView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { DocumentList } from './DocumentList.tsx';
import styles from './Dossier.module.css';
import { Uploader } from './Uploader.tsx';

/** Documents for a report that is being filed: sent at once, and taken away again as long as it is not handed in. */
export function ReportAttaching(props: SlotProps['reportAttaching']) {
  const { listingId, organisationId, documents, filed, onChange } = props;
  const { t } = useTranslation('dossier');
  const all = useApi('documents.ofListing', { params: { listingId } });
  const remove = useCommand('documents.remove');
  const attached = all.data?.items.filter(({ id }) => documents.includes(id)) ?? [];
  const done = ({ id }: DocumentView) => {
    void all.refetch();
    onChange([...documents, id]);
  };
  const take = ({ id }: DocumentView) => {
    const without = () => onChange(documents.filter((one) => one !== id));
    // What was filed once stays the organisation's, and known to whoever has read it.
    if (filed.includes(id)) return without();
    const input = { params: { documentId: id }, body: { reason: t('documents.notAttached') } };
    remove.mutate(input, { onSuccess: without });
  };
  return (
    <fieldset className={styles.attaching}>
      <legend>{t('documents.ofReport')}</legend>
      {attached.length > 0 && (
        <DocumentList
          documents={attached}
          inside
          actionsFor={(one) => (
            <Button
              variant="subtle"
              color="vino"
              size="sm"
              aria-label={t('documents.removeOf', { name: one.name })}
              loading={remove.isPending && remove.variables.params.documentId === one.id}
              onClick={() => take(one)}
            >
              {t('documents.remove')}
            </Button>
          )}
        />
      )}
      {remove.isError && <ErrorState error={remove.error} />}
      <p className={styles.lead}>{t('documents.reportHelp')}</p>
      <Uploader
        organisationId={organisationId}
        listingId={listingId}
        kind="impact_evidence"
        visibilities={['issuer', 'public']}
        onDone={done}
      />
    </fieldset>
  );
}
