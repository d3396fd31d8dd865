import type { Severity as Grave } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import styles from './Surveillance.module.css';

/** How grave an alert is, in a word. */
export function Severity({ severity }: { readonly severity: Grave }) {
  const { t } = useTranslation('surveillance');
  return <span className={cx(styles.badge, styles[severity])}>{t(`severity.${severity}`)}</span>;
}
