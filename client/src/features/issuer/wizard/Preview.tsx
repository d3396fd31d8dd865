import type { ListingView } from '@piazza/shared/contract';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Slot } from '../../../slots/slots.ts';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import { useHand } from './hand.ts';
import styles from './Wizard.module.css';

/** What investors will see of the draft, as it is being typed. */
export function Preview({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('issuer');
  const draft = useDeferredValue(useHand().draft);
  const shown = useMemo(() => ({ ...listing, draft }), [listing, draft]);
  return (
    // Scrolls by itself on a wide screen, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} aria-label={t('wizard.previewTitle')} tabIndex={0}>
      <p className={styles.previewTitle}>{t('wizard.previewTitle')}</p>
      <Slot name="listingPreview" listing={shown} otherwise={<Skeletons shape="lines" count={6} />} />
    </section>
  );
}
