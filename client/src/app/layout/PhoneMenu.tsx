import { Divider, NavLink } from '@mantine/core';
import { IconBell, IconDoorEnter, IconLogout, IconUserCircle, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import { destinationsFor } from '../navigation.ts';
import styles from './PhoneBar.module.css';
import { LanguageSwitch, SchemeSwitch } from './Preferences.tsx';
import { signOut } from './sign-out.ts';

const personal = {
  signedOut: [
    { to: '/sign-in', label: 'signIn', icon: IconDoorEnter },
    { to: '/register', label: 'register', icon: IconUserPlus },
  ],
  signedIn: [
    { to: '/notices', label: 'noticesNone', icon: IconBell },
    { to: '/profile', label: 'profile', icon: IconUserCircle },
  ],
} as const;

/** Everything the header of a large screen offers, in a drawer. */
export function PhoneMenu({ onChosen }: { readonly onChosen: () => void }) {
  const { t } = useTranslation('common');
  const me = useMe();
  const links = [...destinationsFor(me), ...(me === null ? personal.signedOut : personal.signedIn)];
  return (
    <>
      {links.map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          label={t(`nav.${label}`)}
          leftSection={<Icon size={20} aria-hidden="true" />}
          renderRoot={(props) => <Link to={to} {...props} onClick={onChosen} />}
        />
      ))}
      {me !== null && (
        <NavLink
          label={t('nav.signOut')}
          leftSection={<IconLogout size={20} aria-hidden="true" />}
          onClick={() => {
            onChosen();
            void signOut();
          }}
          renderRoot={(props) => <button type="button" {...props} />}
        />
      )}
      <Divider my="md" />
      <div className={styles.preferences}>
        <LanguageSwitch />
        <SchemeSwitch />
      </div>
    </>
  );
}
