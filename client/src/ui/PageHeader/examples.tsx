import { Button } from '@mantine/core';
import type { Examples } from '../examples.ts';
import styles from './PageHeader.module.css';

// Drawn without the component: a page has one h1, and the gallery has its own.
export const pageHeader: Examples = {
  title: 'Page header',
  examples: [
    {
      name: 'with lead and action',
      render: () => (
        <div className={styles.header}>
          <div className={styles.words}>
            <div className={styles.eyebrow}>Offers</div>
            <p className={styles.title}>Homes above the market hall</p>
            <p className={styles.lead}>Twelve flats for families who wait.</p>
          </div>
          <div className={styles.actions}>
            <Button>Commit</Button>
          </div>
        </div>
      ),
    },
  ],
};
