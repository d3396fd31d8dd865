import { ActionIcon, Button, useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, session, useMe } from '../../api/index.ts';
import { asLocale } from '../../locale/use-format.ts';
import { chooseLocale } from '../i18n/setup.ts';

/** Offers the other language, in its own words. A signed-in person takes the choice along to other devices. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('common');
  const me = useMe();
  const other = asLocale(i18n.language) === 'it' ? 'en' : 'it';
  const choose = async () => {
    await chooseLocale(other);
    if (me === null) return;
    const next = await api('me.update', { body: { displayName: me.displayName, locale: other } }).catch(
      () => null,
    );
    if (next !== null) session.changeMe(next);
  };
  return (
    <Button
      variant="subtle"
      color="var(--ink-soft)"
      size="sm"
      px="xs"
      lang={other}
      aria-label={`${t('language.label')}: ${t(`language.${other}`)}`}
      onClick={() => void choose()}
    >
      {other === 'it' ? 'Italiano' : 'English'}
    </Button>
  );
}

/** Day or night over the square. */
export function SchemeSwitch() {
  const { t } = useTranslation('common');
  const { setColorScheme } = useMantineColorScheme();
  const next = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
  const Icon = next === 'dark' ? IconMoon : IconSun;
  return (
    <ActionIcon
      variant="subtle"
      color="var(--ink-soft)"
      size="lg"
      aria-label={`${t('scheme.label')}: ${t(`scheme.${next}`)}`}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={20} aria-hidden="true" />
    </ActionIcon>
  );
}
