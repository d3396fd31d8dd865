import { notifications } from '@mantine/notifications';
import type { DossierView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey } from '../../api/index.ts';

/** What happens when a part of the dossier was saved: what came back is shown, and it is said. */
export function useSaved(): (view: DossierView) => void {
  const { t } = useTranslation('dossier');
  return (view) => {
    const params = { organisationId: view.organisation.id };
    queryClient.setQueryData(queryKey('dossier.read', { params }), view);
    notifications.show({ message: t('saved'), withCloseButton: false });
  };
}
