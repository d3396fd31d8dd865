import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import { destinationsFor } from '../navigation.ts';
import styles from './PhoneBar.module.css';
import { PhoneMenu } from './PhoneMenu.tsx';

const shown = 4;

/** The main navigation within reach of a thumb, on small screens. */
export function PhoneBar() {
  const { t } = useTranslation('common');
  const me = useMe();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <nav aria-label={t('nav.main')} className={styles.bar}>
        {destinationsFor(me)
          .slice(0, shown)
          .map(({ to, label, icon: Icon }) => (
            <Link key={to} to={to} className={styles.item} activeOptions={{ exact: to === '/' }}>
              <Icon size={22} aria-hidden="true" />
              {t(`nav.${label}`)}
            </Link>
          ))}
        <button type="button" className={styles.item} aria-haspopup="dialog" onClick={open}>
          <IconMenu2 size={22} aria-hidden="true" />
          {t('nav.menu')}
        </button>
      </nav>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="min(22rem, 88vw)"
        title={t('nav.menu')}
        closeButtonProps={{ 'aria-label': t('nav.close') }}
      >
        <PhoneMenu onChosen={close} />
      </Drawer>
    </>
  );
}
