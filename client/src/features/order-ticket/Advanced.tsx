import { NativeSelect, TextInput } from '@mantine/core';
import { selfMatchRules } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import styles from './OrderTicket.module.css';
import type { FieldsProps } from './TimeField.tsx';

/** What few need: a least quantity, and which of two own orders gives way. Only continuous trading knows them. */
export function Advanced({ ground, ticket: { draft, change }, errorOf }: FieldsProps) {
  const { t } = useTranslation('orderTicket');
  if (ground.phase !== 'continuous') return null;
  return (
    <details className={styles.advanced}>
      <summary>{t('advanced.title')}</summary>
      <div className={styles.form}>
        {draft.type === 'limit' && draft.time !== 'fok' && (
          <TextInput
            id="ticket-minimum"
            label={t('advanced.minimum')}
            description={t('advanced.minimumHelp')}
            value={draft.minimum}
            error={errorOf('minimum')}
            onChange={(event) => change({ minimum: event.currentTarget.value })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={13}
          />
        )}
        <NativeSelect
          id="ticket-selfMatch"
          label={t('advanced.selfMatch')}
          description={t('advanced.selfMatchHelp')}
          value={draft.selfMatch}
          data={selfMatchRules.map((value) => ({ value, label: t(`advanced.rule.${value}`) }))}
          onChange={(event) => {
            const selfMatch = selfMatchRules.find((each) => each === event.currentTarget.value);
            if (selfMatch !== undefined) change({ selfMatch });
          }}
        />
      </div>
    </details>
  );
}
