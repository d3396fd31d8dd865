import { useTranslation } from 'react-i18next';
import type { Examples } from '../../ui/examples.ts';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './GalleryPage.module.css';

const parts = Object.values(
  import.meta.glob<Record<string, Examples>>('../../ui/*/examples.tsx', { eager: true }),
)
  .flatMap((module) => Object.values(module))
  .toSorted((a, b) => a.title.localeCompare(b.title));

/** Every part of the interface in each of its states. */
export function GalleryPage() {
  const { t } = useTranslation('common');
  return (
    <>
      <PageHeader title={t('gallery.title')} lead={t('gallery.lead')} />
      {parts.map(({ title, examples }) => (
        <section key={title} className={styles.part}>
          <h2>{title}</h2>
          <div className={styles.examples}>
            {examples.map(({ name, render: Example }) => (
              <figure key={name} className={styles.example} data-example={`${title}/${name}`}>
                <figcaption>{name}</figcaption>
                <Example />
              </figure>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
