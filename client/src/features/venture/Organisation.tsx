import type { OrganisationId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Prose } from './Prose.tsx';

/** Who stands behind the venture. */
export function Organisation({ organisationId }: { readonly organisationId: OrganisationId }) {
  const { t } = useTranslation(['venture', 'ui']);
  const format = useFormat();
  const found = useApi('organisations.read', { params: { organisationId } });
  if (found.isPending) return <Skeletons shape="lines" />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { name, about, legalForm, place, website, since } = found.data;
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      {about !== '' && <Prose text={about} />}
      <Facts
        facts={[
          { label: t('venture:about.legalForm'), value: t(`ui:legalForm.${legalForm}`) },
          ...(place === '' ? [] : [{ label: t('venture:about.place'), value: place }]),
          ...(website === ''
            ? []
            : [
                {
                  label: t('venture:about.website'),
                  value: (
                    <a href={website} rel="noopener noreferrer nofollow" target="_blank">
                      {new URL(website).hostname}
                    </a>
                  ),
                },
              ]),
          { label: t('venture:about.since'), value: format.date(since) },
        ]}
      />
    </>
  );
}
