import type { Mail } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Desk.module.css';

/** What would have been mailed, for the people of a simulation to click. */
export function MailPage() {
  const { t } = useTranslation(['desk', 'ui']);
  const mails = usePages('desk.mail', { query: { limit: 20 } });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <DeskPage title={t('mail.title')} lead={t('mail.lead')}>
      {mails.isPending && <Skeletons shape="rows" count={4} />}
      {mails.isError && <ErrorState error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.isSuccess && items.length === 0 && (
        <EmptyState title={t('mail.emptyTitle')}>{t('mail.emptyText')}</EmptyState>
      )}
      <ul className={styles.mails}>
        {items.map((mail) => (
          <li key={mail.id}>
            <Letter mail={mail} />
          </li>
        ))}
      </ul>
      {mails.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={mails.isFetchingNextPage}
          onClick={() => void mails.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </DeskPage>
  );
}

function Letter({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <article className={`${styles.card} ${styles.mail}`}>
      <h2>{mail.subject}</h2>
      <span className={styles.soft}>
        {t('mail.to', { to: mail.to })} · {format.dateTime(mail.at)}
      </span>
      <p>
        {mail.text.split(/(https?:\/\/\S+)/).map((part) =>
          part.startsWith('http') ? (
            <a key={part} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </article>
  );
}
