import { Button } from '@mantine/core';
import { fixedWarning } from '@piazza/shared/policy';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { session, useCommand, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import styles from './RiskStrip.module.css';

/** The fixed warning of ECSPR art. 23(6)(c): on every page until the reader, signed in, has acknowledged it. */
export function RiskStrip() {
  const { t } = useTranslation('common');
  const { locale } = useFormat();
  const me = useMe();
  const acknowledge = useCommand('me.acknowledgeWarning');
  if (me !== null && me.riskWarningAcknowledgedAt !== null) return null;
  return (
    <aside aria-label={t('warning.label')} className={styles.strip}>
      <IconAlertTriangle size={20} aria-hidden="true" className={styles.icon} />
      <p>{fixedWarning[locale]}</p>
      {me !== null && (
        <Button
          size="xs"
          variant="default"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({}, { onSuccess: (next) => session.changeMe(next) })}
        >
          {t('warning.acknowledge')}
        </Button>
      )}
    </aside>
  );
}
