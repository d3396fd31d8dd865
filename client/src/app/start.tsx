import { notifications } from '@mantine/notifications';
import { queryClient, session } from '../api/index.ts';
import { startRealtime } from '../realtime/index.ts';
import { chooseLocale, i18n, startI18n } from './i18n/setup.ts';
import { NoticeToast } from './NoticeToast.tsx';

/** Nothing one person has read may be shown to the next; and each is met in their own language. */
function followPerson(): void {
  let person = session.current()?.me.id;
  const meet = () => {
    const locale = session.current()?.me.locale;
    if (locale !== undefined && locale !== i18n.language) void chooseLocale(locale);
  };
  meet();
  session.subscribe((next) => {
    if (next?.me.id === person) return;
    person = next?.me.id;
    void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'venue.read' });
    meet();
  });
}

/** Everything that must be ready before the first screen: words, and whether somebody is signed in. */
export async function start(): Promise<void> {
  await Promise.all([startI18n(), session.restore()]);
  followPerson();
  startRealtime((notice) =>
    notifications.show({
      id: notice.id,
      message: <NoticeToast notice={notice} />,
      autoClose: 8_000,
      closeButtonProps: { 'aria-label': i18n.t('common:nav.dismiss') },
    }),
  );
}
