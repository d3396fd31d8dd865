import { IconCircleCheck, IconAlertTriangle, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import { cx } from '../../../ui/cx.ts';
import { LiveRegion } from '../../../ui/LiveRegion/LiveRegion.tsx';
import type { SaveState } from '../draft/autosave.ts';
import { useHand } from './hand.ts';
import styles from './SaveStatus.module.css';

const icons: Readonly<Record<SaveState['phase'], typeof IconPencil>> = {
  saved: IconCircleCheck,
  waiting: IconPencil,
  saving: IconRefresh,
  retrying: IconAlertTriangle,
  refused: IconAlertTriangle,
  stale: IconAlertTriangle,
};
const troubles: ReadonlySet<SaveState['phase']> = new Set(['retrying', 'refused', 'stale']);

/**
 * How far the draft is saved. To the ear only trouble is told, and its end: every single save would talk over the
 * reader's own typing.
 */
export function SaveStatus() {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const { state, saved, unread } = useHand();
  const { phase } = state;
  const Icon = icons[phase];
  const trouble = troubles.has(phase);
  const text = phase === 'saved' ? t('save.saved', { time: format.time(saved.savedAt) }) : t(`save.${phase}`);
  return (
    <div className={styles.status}>
      <p className={cx(styles.line, trouble && styles.trouble)} data-save={phase}>
        <Icon size={18} aria-hidden="true" />
        {text}
      </p>
      {unread.length > 0 && <p className={styles.unread}>{t('save.unread', { count: unread.length })}</p>}
      <LiveRegion text={useSpoken(phase, trouble ? text : '')} />
    </div>
  );
}

/** The trouble while there is any, and once that it is over. */
function useSpoken(phase: SaveState['phase'], trouble: string): string {
  const { t } = useTranslation('issuer');
  const [told, setTold] = useState<'nothing' | 'trouble' | 'relief'>('nothing');
  if (trouble !== '' && told !== 'trouble') setTold('trouble');
  else if (phase === 'saved' && told === 'trouble') setTold('relief');
  return trouble === '' && told === 'relief' ? t('save.again') : trouble;
}
