import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './ErrorState.module.css';
import { useRefusalText } from './refusal.ts';

interface ErrorStateProps {
  readonly error: unknown;
  /** Offers to try again; left out where trying again makes no sense. */
  readonly onRetry?: () => void;
  /** `inline` for a form or a card, `page` where nothing else could be shown. */
  readonly size?: 'inline' | 'page';
}

/** A refusal or an outage in words. Announced at once, because it answers something the reader did. */
export function ErrorState({ error, onRetry, size = 'inline' }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const { what, money, next } = useRefusalText()(error);
  return (
    <div role="alert" className={cx(styles.error, size === 'page' && styles.page)}>
      <p className={styles.what}>{what}</p>
      <p className={styles.rest}>
        {money !== '' && <strong>{money} </strong>}
        {next}
      </p>
      {onRetry !== undefined && (
        <Button variant="default" size="sm" mt="xs" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </div>
  );
}
