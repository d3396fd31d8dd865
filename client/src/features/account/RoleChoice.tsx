import { useTranslation } from 'react-i18next';
import styles from './Account.module.css';

const open = ['investor', 'enterprise'] as const;
export type OpenRole = (typeof open)[number];

interface RoleChoiceProps {
  readonly value: OpenRole;
  readonly onChange: (role: OpenRole) => void;
}

/** The two roles that anybody may open an account with. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('account');
  return (
    <fieldset className={styles.roles}>
      <legend>{t('field.role')}</legend>
      {open.map((role) => (
        <label key={role} className={styles.role} htmlFor={`role-${role}`}>
          <input
            id={`role-${role}`}
            type="radio"
            name="role"
            value={role}
            checked={value === role}
            aria-describedby={`role-${role}-hint`}
            onChange={() => onChange(role)}
          />
          <strong>{t(`register.${role}`)}</strong>
          <span id={`role-${role}-hint`} className={styles.hint}>
            {t(`register.${role}Hint`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
