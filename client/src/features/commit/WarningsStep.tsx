import { Button, Checkbox } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { fixedWarning } from '@piazza/shared/policy';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { warningGaps, type WarningGap } from './draft.ts';
import { LargeCommitment } from './LargeCommitment.tsx';
import { OwnRisks } from './OwnRisks.tsx';
import type { SizedFlow } from './useFlow.ts';
import styles from './WarningsStep.module.css';

interface WarningsStepProps {
  readonly offer: OfferView;
  readonly flow: SizedFlow;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

const fieldOf: Record<WarningGap, string> = {
  warning: 'commit-warning',
  consent: 'commit-consent',
  question: 'commit-answer-0',
};

/** Step 2: the fixed warning word for word, what could go wrong, and for large sums consent and understanding. */
export function WarningsStep(props: WarningsStepProps) {
  const { offer, flow, onNext, onBack } = props;
  const { draft, change, size, large, threshold, proved } = flow;
  const { t } = useTranslation('commit');
  const { locale } = useFormat();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const textOfGap = useGapTexts();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const gaps = warningGaps(draft, large, proved);
    setErrors(gaps.map((gap) => ({ field: fieldOf[gap], text: textOfGap(gap) })));
    if (gaps.length === 0) onNext();
  };
  const wrong = (['lose', 'illiquid', 'less', 'fewer'] as const).map((key) => (
    <li key={key}>{t(`warnings.${key}`)}</li>
  ));
  return (
    <>
      <div className={styles.errors}>
        <FormErrors errors={errors} />
      </div>
      <blockquote className={styles.fixed} aria-label={t('warnings.fixed')}>
        <IconAlertTriangle size={28} aria-hidden="true" className={styles.icon} />
        <p>{fixedWarning[locale]}</p>
      </blockquote>
      <h3>{t('warnings.wrong')}</h3>
      <ul className={styles.wrong}>{wrong}</ul>
      <OwnRisks listingId={offer.listingId} />
      <form onSubmit={submit} noValidate className={styles.form}>
        <Checkbox
          id="commit-warning"
          size="md"
          checked={draft.warning}
          onChange={(event) => change({ warning: event.currentTarget.checked })}
          label={t('warnings.read')}
        />
        {large && (
          <LargeCommitment
            size={size}
            threshold={threshold}
            draft={draft}
            change={change}
            offerId={offer.id}
          />
        )}
        <div className={styles.acts}>
          <Button variant="default" size="lg" onClick={onBack}>
            {t('flow.previous')}
          </Button>
          <Button type="submit" size="lg">
            {t('flow.next')}
          </Button>
        </div>
      </form>
    </>
  );
}

function useGapTexts(): (gap: WarningGap) => string {
  const { t } = useTranslation('commit');
  const texts = { warning: 'readError', consent: 'consentError', question: 'questionError' } as const;
  return (gap) => t(`warnings.${texts[gap]}`);
}
