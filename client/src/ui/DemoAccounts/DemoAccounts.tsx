import type { Venue } from '@piazza/shared/contract';
import { roles } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { session, useCommand } from '../../api/index.ts';
import { ErrorState } from '../ErrorState/ErrorState.tsx';
import { VentureMark } from '../VentureMark/VentureMark.tsx';
import styles from './DemoAccounts.module.css';

type Account = Venue['demoAccounts'][number];

interface DemoAccountsProps {
  readonly accounts: readonly Account[];
  /** Called once somebody is signed in. */
  readonly onEntered?: () => void;
}

/** The accounts of the demonstration: one click and one is somebody else. */
export function DemoAccounts({ accounts, onEntered }: DemoAccountsProps) {
  const { t } = useTranslation('ui');
  const login = useCommand('auth.login');
  const enter = ({ email, password }: Account) =>
    login.mutate(
      { body: { email, password } },
      {
        onSuccess: (begun) => {
          session.begin(begun);
          onEntered?.();
        },
      },
    );
  return (
    <section aria-labelledby="demo-accounts" className={styles.panel}>
      <h2 id="demo-accounts" className={styles.title}>
        {t('demo.title')}
      </h2>
      <p className={styles.text}>{t('demo.text')}</p>
      {login.error !== null && <ErrorState error={login.error} />}
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              disabled={login.isPending}
              className={styles.account}
              onClick={() => enter(account)}
            >
              <VentureMark name={account.displayName} size={36} />
              <span>
                <strong>{t('demo.enter', { name: account.displayName })}</strong>
                <Doing role={account.role} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doing({ role }: { readonly role: string }) {
  const { t } = useTranslation('ui');
  const known = roles.find((each) => each === role);
  const doing = (['investor', 'enterprise', 'operator', 'administrator'] as const).find(
    (each) => each === role,
  );
  return (
    <span className={styles.doing}>
      {known === undefined ? role : t(`role.${known}`)}: {t(`demo.does.${doing ?? 'other'}`)}
    </span>
  );
}
