import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Wizard.module.css';

const views = ['write', 'preview'] as const;
export type View = (typeof views)[number];

/** On a phone, where there is room for one of the two: the form or what investors will see. */
export function ViewSwitch({
  view,
  onChange,
}: {
  readonly view: View;
  readonly onChange: (view: View) => void;
}) {
  const { t } = useTranslation('issuer');
  return (
    <fieldset className={styles.views}>
      <legend className="visually-hidden">{t('wizard.views')}</legend>
      {views.map((each) => (
        <Button
          key={each}
          variant={each === view ? 'filled' : 'default'}
          aria-pressed={each === view}
          onClick={() => onChange(each)}
        >
          {t(`wizard.${each}`)}
        </Button>
      ))}
    </fieldset>
  );
}
