import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';

/** Leads to the notices and counts the unread ones. */
export function NoticesBell() {
  const { t } = useTranslation('common');
  const unread = useApi('me.notices', { query: { limit: 1 } }).data?.unread ?? 0;
  return (
    <Indicator
      disabled={unread === 0}
      label={unread > 99 ? '99+' : unread}
      size={18}
      offset={5}
      color="vino.7"
    >
      <ActionIcon
        variant="subtle"
        color="var(--ink-soft)"
        size="lg"
        aria-label={unread === 0 ? t('nav.noticesNone') : t('nav.notices', { count: unread })}
        renderRoot={(props) => <Link to="/notices" {...props} />}
      >
        <IconBell size={22} aria-hidden="true" />
      </ActionIcon>
    </Indicator>
  );
}
