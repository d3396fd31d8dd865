import { Button, Radio } from '@mantine/core';
import type { KnowledgePaper as Paper } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors } from '../../ui/FormErrors/FormErrors.tsx';
import type { KnowledgeTest } from './KnowledgePage.tsx';
import styles from './Onboarding.module.css';

interface KnowledgePaperProps {
  readonly paper: Paper;
  readonly onGraded: (test: KnowledgeTest) => void;
}

type Answers = Readonly<Record<number, number>>;

/** The field that a summary of errors leads to: the first option of the question. */
const optionId = (question: number, option: number): string => `question-${question}-${option}`;

/** A paper with its questions, all on one page; nothing on it tells which option is right. */
export function KnowledgePaper({ paper, onGraded }: KnowledgePaperProps) {
  const { t } = useTranslation('onboarding');
  const [answers, setAnswers] = useState<Answers>({});
  const [asked, setAsked] = useState(0);
  const submit = useCommand('protection.submitTest');
  const { questions } = paper;
  const open = questions.flatMap((_, at) => (answers[at] === undefined ? [at] : []));
  const [errors, setErrors] = useState<readonly { readonly field: string; readonly text: string }[]>([]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(asked + 1);
    const unanswered = (at: number) => t('knowledge.unanswered', { number: at + 1 });
    setErrors(open.map((at) => ({ field: optionId(at, 0), text: unanswered(at) })));
    if (open.length > 0) return;
    const body = { answers: questions.map((_, at) => answers[at] ?? 0) };
    submit.mutate({ body }, { onSuccess: onGraded });
  };
  return (
    <form noValidate onSubmit={send} className={styles.questions}>
      <FormErrors errors={errors} />
      {submit.error !== null && <ErrorState error={submit.error} />}
      {questions.map((question, at) => (
        <Question
          key={question.id}
          question={question}
          at={at}
          count={questions.length}
          chosen={answers[at] ?? null}
          choose={(option) => setAnswers((before) => ({ ...before, [at]: option }))}
        />
      ))}
      <Button type="submit" loading={submit.isPending} className={styles.submit ?? ''}>
        {t('knowledge.submit')}
      </Button>
    </form>
  );
}

interface QuestionProps {
  readonly question: Paper['questions'][number];
  readonly at: number;
  readonly count: number;
  readonly chosen: number | null;
  readonly choose: (option: number) => void;
}

function Question({ question, at, count, chosen, choose }: QuestionProps) {
  const { t } = useTranslation('onboarding');
  const { locale } = useFormat();
  const { ask, options } = question.words[locale];
  return (
    <fieldset className={styles.question}>
      <legend>
        <span className={styles.number}>{t('knowledge.question', { number: at + 1, count })}</span>
        {ask}
      </legend>
      <div className={styles.options}>
        {options.map((option, place) => (
          <Radio
            key={option}
            id={optionId(at, place)}
            name={question.id}
            size="md"
            label={option}
            checked={chosen === place}
            onChange={() => choose(place)}
          />
        ))}
      </div>
    </fieldset>
  );
}
