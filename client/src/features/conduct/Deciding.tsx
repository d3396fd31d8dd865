import type { ComplaintView } from '@piazza/shared/contract';
import { complaintOutcomes, type ComplaintOutcome } from '@piazza/shared/policy';
import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Conduct.module.css';

const changed = () => {
  void queryClient.invalidateQueries({ queryKey: ['complaints.read'] });
  void queryClient.invalidateQueries({ queryKey: ['complaints.register'] });
};

// Whether it is admissible is told on its own, with a button that says so.
const outcomes = complaintOutcomes.filter((one) => one !== 'inadmissible');

const tooShort = (words: string): boolean => words.trim().length < 3;

/** Where an operator answers, puts off or closes; who is a party to it reads why they may not. */
export function Deciding({ complaint }: { readonly complaint: ComplaintView }) {
  const { barred, endedAt } = complaint;
  const { t } = useTranslation('conduct');
  if (endedAt !== null) return null;
  return barred ? <p className={styles.panel}>{t('decide.barred')}</p> : <Answering complaint={complaint} />;
}

function Answering({ complaint: { id, admissible, tellBy } }: { readonly complaint: ComplaintView }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const [words, setWords] = useState('');
  const answer = useCommand('complaints.answer');
  const params = { complaintId: id };
  const after = {
    onSuccess: () => {
      setWords('');
      changed();
    },
  };
  return (
    <section aria-labelledby="deciding" className={styles.panel}>
      <h2 id="deciding">{t('decide.title')}</h2>
      {admissible === null && <p>{t('admissibility.help', { date: format.date(tellBy) })}</p>}
      <Textarea
        label={t('decide.words')}
        description={t('decide.help')}
        value={words}
        autosize
        minRows={3}
        maxLength={6000}
        required
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {admissible === null && <Admitting params={params} words={words} after={after} />}
      <div className={styles.acts}>
        <Button
          disabled={tooShort(words)}
          loading={answer.isPending}
          onClick={() => answer.mutate({ params, body: { words } }, after)}
        >
          {t('decide.answer')}
        </Button>
      </div>
      <PuttingOff params={params} words={words} after={after} />
      <Closing params={params} words={words} after={after} />
      {answer.isError && <ErrorState error={answer.error} />}
    </section>
  );
}

interface Act {
  readonly params: { readonly complaintId: ComplaintView['id'] };
  /** What is said with it. */
  readonly words: string;
  readonly after: { readonly onSuccess: () => void };
}

/** Whether it is admissible: one that is not is closed with the words as its reasons. */
function Admitting({ params, words, after }: Act) {
  const { t } = useTranslation('conduct');
  const admit = useCommand('complaints.admit');
  const close = useCommand('complaints.close');
  const refuse = { params, body: { outcome: 'inadmissible', words } } as const;
  return (
    <>
      <div className={styles.acts}>
        <Button loading={admit.isPending} onClick={() => admit.mutate({ params }, { onSuccess: changed })}>
          {t('admissibility.admit')}
        </Button>
        <Button
          variant="default"
          disabled={tooShort(words)}
          loading={close.isPending}
          onClick={() => close.mutate(refuse, after)}
        >
          {t('admissibility.refuse')}
        </Button>
      </div>
      {admit.isError && <ErrorState error={admit.error} />}
      {close.isError && <ErrorState error={close.error} />}
    </>
  );
}

function PuttingOff({ params, words, after }: Act) {
  const { t } = useTranslation('conduct');
  const [days, setDays] = useState(10);
  const extend = useCommand('complaints.extend');
  return (
    <>
      <div className={styles.acts}>
        <NumberInput
          label={t('decide.days')}
          value={days}
          min={1}
          max={30}
          allowDecimal={false}
          onChange={(value) => setDays(Number(value))}
        />
        <Button
          variant="default"
          disabled={tooShort(words) || days < 1}
          loading={extend.isPending}
          onClick={() => extend.mutate({ params, body: { days, words } }, after)}
        >
          {t('decide.extend')}
        </Button>
      </div>
      {extend.isError && <ErrorState error={extend.error} />}
    </>
  );
}

function Closing({ params, words, after }: Act) {
  const { t } = useTranslation('conduct');
  const [outcome, setOutcome] = useState<ComplaintOutcome>('upheld');
  const close = useCommand('complaints.close');
  return (
    <>
      <div className={styles.acts}>
        <NativeSelect
          label={t('complaint.outcome')}
          value={outcome}
          data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          onChange={(event) => setOutcome(event.currentTarget.value as ComplaintOutcome)}
        />
        <Button
          variant="default"
          disabled={tooShort(words)}
          loading={close.isPending}
          onClick={() => close.mutate({ params, body: { outcome, words } }, after)}
        >
          {t('decide.close')}
        </Button>
      </div>
      {close.isError && <ErrorState error={close.error} />}
    </>
  );
}
