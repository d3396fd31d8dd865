import { actKinds, type QueueItem } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';

/** What an item is called: by its own title, or by what it is and whom it is about. */
export function useItemTitle(): (item: Pick<QueueItem, 'kind' | 'title' | 'name' | 'stakes'>) => string {
  const { t } = useTranslation(['desk', 'ui']);
  return ({ kind, title, name, stakes }) => {
    if (title !== '') return title;
    if (kind === 'listing') return t('desk:queue.untitled');
    const act = kind === 'proposal' ? actKinds.find((one) => one === stakes.code) : undefined;
    const what = act === undefined ? t(`desk:queue.kind.${kind}`) : t(`ui:act.${act}`);
    return name === '' ? what : `${what}: ${name}`;
  };
}
