import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import styles from './AccountMenu.module.css';
import { signOut } from './sign-out.ts';

/** Who is signed in, and what they can do about it; the way in for everybody else. */
export function AccountMenu() {
  const { t } = useTranslation(['common', 'ui']);
  const me = useMe();
  if (me === null)
    return (
      <Button size="sm" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
        {t('common:nav.signIn')}
      </Button>
    );
  return (
    <Menu position="bottom-end" width={230} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          className={styles.button ?? ''}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        >
          <span className={styles.name}>{me.displayName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.roles.map((role) => t(`ui:role.${role}`)).join(' · ')}</Menu.Label>
        <Menu.Item
          leftSection={<IconUserCircle size={18} aria-hidden="true" />}
          renderRoot={(props) => <Link to="/profile" {...props} />}
        >
          {t('common:nav.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden="true" />} onClick={() => void signOut()}>
          {t('common:nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
