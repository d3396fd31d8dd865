import type { SlotProps } from '../../slots/slots.ts';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import styles from './Preview.module.css';
import { Terms } from './Terms.tsx';
import { VentureSections } from './VentureSections.tsx';

/** What investors will see of a listing, as a part of another page: without the heading and title of a page. */
export function Preview({ listing }: SlotProps['listingPreview']) {
  const { organisation, draft } = listing;
  const { title, tagline } = draft.texts;
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <VentureMark name={organisation.name} size={56} />
        <div>
          <p className={styles.organisation}>{organisation.name}</p>
          <p className={styles.title}>{title}</p>
        </div>
      </div>
      {tagline !== '' && <p className={styles.tagline}>{tagline}</p>}
      <Terms facts={draft.facts} />
      <VentureSections listing={listing} />
    </div>
  );
}
