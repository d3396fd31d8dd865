import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/CopyButton/CopyButton.tsx';
import styles from './Security.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('security');
  return (
    <section aria-labelledby="recovery" className={styles.recovery}>
      <h3 id="recovery">{t('twoFactor.recoveryTitle')}</h3>
      <p>{t('twoFactor.recoveryText')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button onClick={onKept}>{t('twoFactor.kept')}</Button>
        <CopyButton value={codes.join('\n')} label={t('twoFactor.copyCodes')} />
      </div>
    </section>
  );
}
