import { PasswordInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import styles from './Account.module.css';
import { minPasswordLength } from './fields.ts';

type NewPasswordProps = Pick<ComponentProps<typeof PasswordInput>, 'id' | 'name' | 'error' | 'onChange'> & {
  readonly value: string;
};

/** A password to be chosen: says what is asked for, and shows when it is enough. */
export function NewPassword({ value, ...bound }: NewPasswordProps) {
  const { t } = useTranslation('account');
  const length = [...value].length;
  const left = minPasswordLength - length;
  return (
    <div>
      <PasswordInput
        {...bound}
        value={value}
        label={t('field.newPassword')}
        description={t('field.passwordHint')}
        autoComplete="new-password"
        maxLength={128}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
      />
      <div className={cx(styles.length, left <= 0 && styles.enough)}>
        <div className={styles.track} aria-hidden="true">
          <div
            className={styles.fill}
            style={{ width: `${Math.min(100, (length / minPasswordLength) * 100)}%` }}
          />
        </div>
        {left > 0 ? t('field.passwordLeft', { count: left }) : t('field.passwordEnough')}
      </div>
    </div>
  );
}
