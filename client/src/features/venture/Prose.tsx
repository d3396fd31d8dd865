import { cx } from '../../ui/cx.ts';
import styles from './Prose.module.css';

/** Free text as its author broke it: an empty line makes a paragraph, a line end stays one. */
export function Prose({ text, large = false }: { readonly text: string; readonly large?: boolean }) {
  return (
    <div className={cx(styles.prose, large && styles.large)}>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
