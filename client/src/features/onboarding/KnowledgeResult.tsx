import { Button, Checkbox } from '@mantine/core';
import type { KnowledgeResult as Result } from '@piazza/shared/contract';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Onboarding.module.css';
import { useOnward } from './useOnward.ts';

interface KnowledgeResultProps {
  readonly result: Result;
  /** Graded just now: the result takes the focus. */
  readonly fresh: boolean;
}

/** How a test went; who did not pass is warned, and may acknowledge it and go on (ECSPR art. 21(4)). */
export function KnowledgeResult({ result, fresh }: KnowledgeResultProps) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const { correct, passed, validUntil, questions } = result;
  const standing = useApi('protection.read').data?.knowledge.standing;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh]);
  return (
    <>
      <section className={passed ? styles.told : styles.warning}>
        <h2 ref={heading} tabIndex={-1}>
          {t('knowledge.resultTitle', { correct, count: questions.length })}
        </h2>
        {passed ? (
          <p>{t('knowledge.passedText', { date: format.date(validUntil) })}</p>
        ) : (
          <>
            <p>
              <strong>{t('knowledge.failedTitle')}.</strong> {t('knowledge.failedText')}
            </p>
            {standing === 'failed' && <Acknowledge />}
          </>
        )}
      </section>
      <h2 className={styles.heading}>{t('knowledge.explained')}</h2>
      <ol className={styles.explained}>
        {questions.map((question) => (
          <Explained key={question.id} question={question} />
        ))}
      </ol>
    </>
  );
}

function Acknowledge() {
  const { t } = useTranslation('onboarding');
  const onward = useOnward();
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const acknowledge = useCommand('protection.acknowledgeTest');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (read) acknowledge.mutate({}, { onSuccess: onward });
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      {acknowledge.error !== null && <ErrorState error={acknowledge.error} />}
      <Checkbox
        size="md"
        checked={read}
        onChange={(event) => setRead(event.currentTarget.checked)}
        label={t('knowledge.acknowledge')}
        error={asked && !read ? t('knowledge.acknowledgeMissing') : null}
      />
      <Button type="submit" variant="default" loading={acknowledge.isPending} className={styles.submit ?? ''}>
        {t('knowledge.acknowledgeButton')}
      </Button>
    </form>
  );
}

function Explained({ question }: { readonly question: Result['questions'][number] }) {
  const { t } = useTranslation('onboarding');
  const { locale } = useFormat();
  const { ask, options, why } = question.words[locale];
  const isRight = question.chosen === question.right;
  return (
    <li>
      <strong>{ask}</strong>
      <p className={styles.verdict} data-right={isRight}>
        {isRight ? t('knowledge.isRight') : t('knowledge.isWrong')}
      </p>
      <p>{t('knowledge.yours', { answer: options[question.chosen] ?? '' })}</p>
      {!isRight && <p>{t('knowledge.right', { answer: options[question.right] ?? '' })}</p>}
      <p>{why}</p>
    </li>
  );
}
