import { Button } from '@mantine/core';
import type { DocumentView } from '@piazza/shared/contract';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Dossier.module.css';
import { useDownload } from './download.ts';
import { useSize } from './size.ts';

interface DocumentListProps {
  readonly documents: readonly DocumentView[];
  /** Whether it matters to the reader who else may see each. */
  readonly inside?: boolean;
  readonly actionsFor?: (document: DocumentView) => ReactNode;
}

/** Documents with what they are, how large, and a button that fetches each. */
export function DocumentList({ documents, inside = false, actionsFor }: DocumentListProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const sizeOf = useSize();
  const download = useDownload();
  return (
    <>
      <ul className={styles.list}>
        {documents.map((one) => (
          <li key={one.id} className={styles.line}>
            <IconFileText size={24} aria-hidden="true" />
            <span className={styles.grow}>
              <span className={styles.name}>{one.name}</span>
              <small>
                {[
                  t(`documents.kind.${one.kind}`),
                  one.type.toUpperCase(),
                  sizeOf(one.size),
                  format.date(one.at),
                  ...(inside ? [t(`documents.visibility.${one.visibility}`)] : []),
                  ...(one.removedAt === null
                    ? []
                    : [t('documents.removed', { date: format.date(one.removedAt) })]),
                ].join(' · ')}
              </small>
            </span>
            {one.removedAt === null && (
              <Button
                variant="default"
                size="sm"
                leftSection={<IconDownload size={16} aria-hidden="true" />}
                aria-label={t('documents.downloadOf', { name: one.name })}
                loading={download.isPending && download.variables.id === one.id}
                onClick={() => download.mutate(one)}
              >
                {t('documents.download')}
              </Button>
            )}
            {one.removedAt === null && actionsFor?.(one)}
          </li>
        ))}
      </ul>
      {download.error !== null && <ErrorState error={download.error} />}
    </>
  );
}
