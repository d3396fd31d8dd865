import type { Tape } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { useId, useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import { EvidenceBook } from './EvidenceBook.tsx';
import { pictureAt } from './replay.ts';
import styles from './Surveillance.module.css';
import { usePlaying, type Playing } from './usePlaying.ts';
import { useStepText } from './useWords.ts';

interface TapeProps {
  readonly tape: Tape;
  /** Seqs of the records that show what was found. */
  readonly evidence: ReadonlySet<number>;
}

/** Steps shown around the position. */
const around = 6;

/** Steps through a market record by record: the book, what just happened, and all of it as a list. */
export function TapePlayer({ tape, evidence }: TapeProps) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const text = useStepText(tape);
  const playing = usePlaying(Math.min(tape.first + 1, tape.steps.length), tape.steps.length);
  const { at, go, toggle } = playing;
  const picture = useMemo(() => pictureAt(tape, at), [tape, at]);
  const step = tape.steps[at - 1];
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement && event.key === ' ') return;
    if (event.target instanceof HTMLInputElement && event.key !== ' ') return;
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === ' ') toggle();
    else return;
    event.preventDefault();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the controls inside, which all work without
    <div className={styles.player} onKeyDown={press}>
      <p className={styles.hint}>{t('tape.lead')}</p>
      <Controls tape={tape} playing={playing} />
      <p className={styles.now} role={playing.playing ? undefined : 'status'}>
        {step === undefined ? '–' : `${format.timeExact(step.at)} · ${text(step)}`}
      </p>
      <div className={styles.columns}>
        <EvidenceBook picture={picture} />
        <section aria-label={t('tape.steps')}>
          <Steps tape={tape} evidence={evidence} from={at - around} to={at + around} at={at} />
        </section>
      </div>
      <details>
        <summary>{t('tape.all')}</summary>
        <Steps tape={tape} evidence={evidence} from={0} to={tape.steps.length} at={-1} />
      </details>
    </div>
  );
}

function Controls({ tape, playing }: { readonly tape: Tape; readonly playing: Playing }) {
  const { t } = useTranslation('surveillance');
  const id = useId();
  const { at, go, toggle } = playing;
  const all = tape.steps.length;
  return (
    <div>
      <label htmlFor={id} className={styles.hint}>
        {t('tape.slider')}: {t('tape.position', { at, all })}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={all}
        value={at}
        aria-valuetext={t('tape.position', { at, all })}
        onChange={(event) => go(Number(event.currentTarget.value))}
      />
      <div className={styles.acts}>
        <Button variant="default" onClick={() => go(tape.first + 1)}>
          {t('tape.start')}
        </Button>
        <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('tape.back')}
        </Button>
        <Button onClick={toggle} disabled={at === all}>
          {t(playing.playing ? 'tape.pause' : 'tape.play')}
        </Button>
        <Button variant="default" disabled={at === all} onClick={() => go(at + 1)}>
          {t('tape.forward')}
        </Button>
      </div>
      <p className={styles.hint}>{t('tape.keys')}</p>
    </div>
  );
}

interface StepsProps extends TapeProps {
  readonly from: number;
  readonly to: number;
  /** Steps done; the newest of them is marked. */
  readonly at: number;
}

function Steps({ tape, evidence, from, to, at }: StepsProps) {
  const format = useFormat();
  const text = useStepText(tape);
  const first = Math.max(0, from);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by keys
    <ol className={styles.steps} tabIndex={0}>
      {tape.steps.slice(first, to).map((step, index) => (
        <li
          key={`${step.seq} ${step.kind} ${step.orderId ?? ''} ${step.otherOrderId ?? ''}`}
          className={cx(
            evidence.has(step.seq) && styles.evidence,
            first + index === at - 1 && styles.current,
          )}
          {...(first + index === at - 1 ? { 'aria-current': 'step' as const } : {})}
        >
          <time dateTime={new Date(step.at).toISOString()}>{format.timeExact(step.at)}</time>
          <span>{text(step)}</span>
        </li>
      ))}
    </ol>
  );
}
