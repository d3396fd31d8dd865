import { useId, type ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './MarketPage.module.css';

interface PanelProps {
  readonly title: string;
  /** Where a tab already says it. */
  readonly titleHidden?: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One box of the market page, named by its heading. */
export function Panel({ title, titleHidden = false, tools, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.panel}>
      <div className={cx(styles.panelHead, titleHidden && tools === undefined && 'visually-hidden')}>
        <h2 id={id} className={cx(styles.panelTitle, titleHidden && 'visually-hidden')}>
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </section>
  );
}
