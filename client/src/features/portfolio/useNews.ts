import type { CommitmentStatus, CommitmentView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

/** What changed among commitments since they were last shown, in words; nothing on the first sight. */
export function useNews(commitments: readonly CommitmentView[]): string {
  const { t } = useTranslation(['portfolio', 'ui']);
  const format = useFormat();
  const [seen, setSeen] = useState({ commitments, news: '' });
  if (seen.commitments !== commitments) {
    const before = new Map<string, CommitmentStatus>(seen.commitments.map(({ id, status }) => [id, status]));
    const changed = commitments.filter(({ id, status }) => before.has(id) && before.get(id) !== status);
    const texts = changed.map(({ title, status }) =>
      t('portfolio:list.changed', { title, status: t(`ui:status.${status}`) }),
    );
    setSeen({ commitments, news: changed.length === 0 ? seen.news : format.list(texts) });
  }
  return seen.news;
}
