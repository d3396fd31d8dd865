import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import styles from './AccountMenu.module.css';
import { signOut } from './sign-out.ts';

/** Who is signed in, and what they can do about it; the way in for everybody else. */
export function AccountMenu() {
  const { t } = useTranslation('common');
  const me = useMe();
  if (me === null)
    return (
      <Button size="sm" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
        {t('nav.signIn')}
      </Button>
    );
  return (
    // The placeholder that would take the first focus is no child that a menu may have.
    <Menu
      position="bottom-end"
      width={230}
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
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
        <Menu.Item
          leftSection={<IconUserCircle size={18} aria-hidden="true" />}
          renderRoot={(props) => <Link to="/profile" {...props} />}
        >
          {t('nav.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden="true" />} onClick={() => void signOut()}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
