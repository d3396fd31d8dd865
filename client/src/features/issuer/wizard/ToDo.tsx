import type { ListingView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { stepOf, type Field } from '../draft/fields.ts';
import type { StepProgress } from '../draft/progress.ts';
import styles from './CheckStep.module.css';
import { useProblemText } from './problemText.ts';

type ToDoProps = { readonly listing: ListingView } & (
  | {
      readonly progress: readonly StepProgress[];
      /** How often the reader asked to hand in: each time the list takes the focus. */
      readonly pressed: number;
    }
  | { readonly error: unknown; readonly refused: readonly Field[] }
);

/** What stands between the draft and its review, each line a way to its field. */
export function ToDo(props: ToDoProps) {
  const { t } = useTranslation('issuer');
  const box = useRef<HTMLElement>(null);
  const pressed = 'progress' in props ? props.pressed : 1;
  useEffect(() => {
    if (pressed > 0) box.current?.focus();
  }, [pressed]);
  return (
    <section
      ref={box}
      tabIndex={-1}
      className={styles.todo}
      aria-labelledby={pressed > 0 ? 'todo' : undefined}
    >
      {'progress' in props ? (
        <>
          <h3 id="todo" className={styles.title}>
            {t('check.notReady')}
          </h3>
          {props.progress.map((step) => (
            <StepToDo key={step.step} listing={props.listing} progress={step} />
          ))}
        </>
      ) : (
        <>
          <ErrorState error={props.error} />
          <ul>
            {props.refused.map((field) => (
              <li key={field}>
                <FieldLink listing={props.listing} field={field} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function StepToDo({ listing, progress }: { readonly listing: ListingView; readonly progress: StepProgress }) {
  const { t } = useTranslation('issuer');
  const say = useProblemText();
  const { step, missing, problems } = progress;
  if (missing.length === 0 && problems.length === 0) return null;
  return (
    <div>
      <h4 className={styles.step}>{t(`step.${step}.title`)}</h4>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.key}`}>
            <FieldLink listing={listing} field={problem.field} />: {say(problem)}
          </li>
        ))}
        {missing.map((field) => (
          <li key={field}>
            <FieldLink listing={listing} field={field} />{' '}
            <span className={styles.gap}>{t('check.missing')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ listing, field }: { readonly listing: ListingView; readonly field: Field }) {
  const { t } = useTranslation('issuerFields');
  return (
    <Link
      to="/issuer/listings/$listingId"
      params={{ listingId: listing.id }}
      search={{ step: stepOf(field), field }}
    >
      {t(`${field}.label`)}
    </Link>
  );
}
