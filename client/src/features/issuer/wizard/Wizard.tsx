import type { ListingView } from '@piazza/shared/contract';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { LiveRegion } from '../../../ui/LiveRegion/LiveRegion.tsx';
import { standingRequest } from '../draft/comments.ts';
import { inputOf, isField, type Step } from '../draft/fields.ts';
import { progressOf } from '../draft/progress.ts';
import { ChangesRequested } from './ChangesRequested.tsx';
import { CheckStep } from './CheckStep.tsx';
import { HandProvider, type Hand } from './hand.ts';
import { ListingHeader } from './ListingHeader.tsx';
import { Preview } from './Preview.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { StepButtons } from './StepButtons.tsx';
import { Stepper } from './Stepper.tsx';
import { stepForms } from './steps.tsx';
import { useDraft } from './useDraft.ts';
import { useEdited } from './useEdited.ts';
import { useLeaving } from './useLeaving.ts';
import { ViewSwitch, type View } from './ViewSwitch.tsx';
import styles from './Wizard.module.css';

/** Writes a draft: a step at a time, saved by itself, with what investors will see beside it. */
export function Wizard({ listing }: { readonly listing: ListingView }) {
  const { step = 'venture' } = useSearch({ from: '/issuer/listings/$listingId' });
  const inHand = useDraft(listing);
  useLeaving(inHand.autosave);
  const request = standingRequest(listing);
  const { edited, note } = useEdited(listing.id, request);
  const [strict, setStrict] = useState(false);
  const [view, setView] = useState<View>('write');
  const progress = useMemo(() => progressOf(inHand.draft, inHand.problems), [inHand.draft, inHand.problems]);
  const hand: Hand = {
    ...inHand,
    set: (name, value) => {
      note(name);
      inHand.set(name, value);
    },
    request,
    edited,
    strict,
  };
  return (
    <HandProvider value={hand}>
      <ListingHeader listing={listing} title={inHand.draft.texts.title} />
      <NewsLine news={inHand.news} />
      <StaleNotice listing={listing} />
      {request !== null && <ChangesRequested listingId={listing.id} request={request} edited={edited} />}
      <Stepper listingId={listing.id} current={step} progress={progress} />
      <ViewSwitch view={view} onChange={setView} />
      <div className={cx(styles.columns, view === 'preview' && styles.previewing)}>
        <div className={styles.form}>
          <StepHeading step={step} />
          {step === 'check' ? (
            <CheckStep listing={listing} progress={progress} onStrict={() => setStrict(true)} />
          ) : (
            <StepForm key={step} step={step} />
          )}
          <StepButtons listingId={listing.id} step={step} />
        </div>
        <Preview listing={listing} />
      </div>
    </HandProvider>
  );
}

function StepForm({ step }: { readonly step: Exclude<Step, 'check'> }) {
  const Fields = stepForms[step];
  return (
    <form className={styles.fields} noValidate onSubmit={(event) => event.preventDefault()}>
      <Fields />
    </form>
  );
}

/** The heading of the step takes the focus when the step changes, or the field a link asked for. */
function StepHeading({ step }: { readonly step: Step }) {
  const { t } = useTranslation('issuer');
  const { field } = useSearch({ from: '/issuer/listings/$listingId' });
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const place = `${step} ${field ?? ''}`;
    const first = shown.current === null;
    if (shown.current === place) return;
    shown.current = place;
    const input = field !== undefined && isField(field) ? document.getElementById(inputOf(field)) : null;
    if (input !== null) input.focus();
    else if (!first) heading.current?.focus();
  }, [step, field]);
  return (
    <div className={styles.heading}>
      <h2 ref={heading} tabIndex={-1}>
        {t(`step.${step}.title`)}
      </h2>
      <p>{t(`step.${step}.lead`)}</p>
    </div>
  );
}

function NewsLine({ news }: { readonly news: Hand['news'] }) {
  const { t } = useTranslation('issuer');
  const text = news === null ? '' : t(`save.${news}`);
  return (
    <>
      {text !== '' && <p className={styles.news}>{text}</p>}
      <LiveRegion text={text} />
    </>
  );
}
