import type { SettingView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { FixedTable, SettingsTable } from './PolicyTables.tsx';
import { SettingDialog } from './SettingDialog.tsx';

/** The numbers the venue rests on, with their sources, and the few that two persons may change. */
export function PolicyPage() {
  const { t } = useTranslation('approvals');
  const settings = useApi('approvals.settings');
  const [changing, setChanging] = useState<SettingView | null>(null);
  return (
    <DeskPage title={t('policy.title')} lead={t('policy.lead')}>
      {settings.isPending && <Skeletons shape="rows" count={5} />}
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isSuccess && <SettingsTable rows={settings.data.items} onChange={setChanging} />}
      <FixedTable />
      {changing !== null && (
        <SettingDialog key={changing.name} setting={changing} onClose={() => setChanging(null)} />
      )}
    </DeskPage>
  );
}

/** The same for everybody, to be read. */
export function PublicPolicyPage() {
  const { t } = useTranslation('approvals');
  const settings = useApi('approvals.settings');
  return (
    <>
      <PageHeader title={t('policy.title')} lead={t('policy.lead')} />
      {settings.isPending && <Skeletons shape="rows" count={5} />}
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isSuccess && <SettingsTable rows={settings.data.items} onChange={null} />}
      <FixedTable />
    </>
  );
}
