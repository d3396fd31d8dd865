import { Checkbox, Radio } from '@mantine/core';
import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { Size } from './amounts.ts';
import { answers, type Draft } from './draft.ts';
import styles from './WarningsStep.module.css';

interface LargeCommitmentProps {
  readonly size: Size;
  /** Cents above which a commitment is large. */
  readonly threshold: number;
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  /** Whether the answers were asked for already: from then on each is explained at once. */
  readonly asked: boolean;
}

/** ECSPR art. 21(7): explicit consent and proof of understanding. A wrong answer is explained and may be given again. */
export function LargeCommitment({ size, threshold, draft, change, asked }: LargeCommitmentProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const amount = format.money(size.amount);
  const { answer } = draft;
  const wrong = asked && answer !== null && answer !== 'may_lose_all';
  return (
    <section className={styles.large} aria-labelledby="commit-large">
      <h3 id="commit-large">{t('warnings.large', { threshold: format.money(threshold) })}</h3>
      <p>{t('warnings.largeText')}</p>
      <Checkbox
        id="commit-consent"
        size="md"
        checked={draft.consent}
        onChange={(event) => change({ consent: event.currentTarget.checked })}
        label={t('warnings.consent', { amount })}
      />
      <Radio.Group
        label={t('warnings.question', { amount })}
        description={t('warnings.questionHelp')}
        value={answer}
        onChange={(chosen) => change({ answer: chosen })}
        error={wrong ? t(`warnings.wrong_${answer}`, { days: policy.reflectionDays }) : null}
      >
        <div className={styles.answers}>
          {answers.map((each) => (
            <Radio
              key={each}
              id={`commit-answer-${each}`}
              size="md"
              value={each}
              label={t(`warnings.${each}`)}
            />
          ))}
        </div>
      </Radio.Group>
    </section>
  );
}
