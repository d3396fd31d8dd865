import { Button } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, useCommand } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { Slot } from '../../../slots/slots.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { isField, type Field } from '../draft/fields.ts';
import { isComplete, type StepProgress } from '../draft/progress.ts';
import styles from './CheckStep.module.css';
import { useHand } from './hand.ts';
import { ReasonedAct } from './ReasonedAct.tsx';
import { ToDo } from './ToDo.tsx';

interface CheckStepProps {
  readonly listing: ListingView;
  readonly progress: readonly StepProgress[];
  /** From now on blank fields are marked where they stand. */
  readonly onStrict: () => void;
}

/** Fields the venue named when it refused. */
function refusedFields(error: unknown): readonly Field[] {
  if (!(error instanceof Refused)) return [];
  if (error.code === 'issuer_cap_exceeded') return ['facts.hardCap'];
  const { fields } = error.facts;
  return Array.isArray(fields) ? fields.filter(isField) : [];
}

export function CheckStep({ listing, progress, onStrict }: CheckStepProps) {
  const { t } = useTranslation('issuer');
  const { autosave } = useHand();
  const submit = useCommand('listings.submit');
  const [asking, setAsking] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const [pressed, setPressed] = useState(0);
  const ready = isComplete(progress);
  const press = () => {
    onStrict();
    setPressed(pressed + 1);
    submit.reset();
    setAsking(ready);
  };
  const handIn = async () => {
    const saved = await autosave.flush();
    setUnsaved(!saved);
    if (!saved) return setAsking(false);
    submit.mutate({ params: { listingId: listing.id } }, { onSettled: () => setAsking(false) });
  };
  return (
    <div className={styles.check}>
      {ready && <p className={styles.ready}>{t('check.ready')}</p>}
      {!ready && <ToDo {...{ listing, progress, pressed }} />}
      <Slot name="dossierGaps" listing={listing} />
      <Sentence />
      {unsaved && (
        <p role="alert" className={styles.unsaved}>
          {t('check.unsaved')}
        </p>
      )}
      {submit.isError && <Refusal listing={listing} error={submit.error} />}
      <div className={styles.acts}>
        <Button size="lg" onClick={press}>
          {t(listing.status === 'draft' ? 'check.submit' : 'check.resubmit')}
        </Button>
        <ReasonedAct listing={listing} act="withdraw" />
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('check.confirmTitle')}
        confirm={t(listing.status === 'draft' ? 'check.submit' : 'check.resubmit')}
        busy={submit.isPending}
        onConfirm={() => void handIn()}
        onClose={() => setAsking(false)}
      >
        <WhatComes />
      </ConfirmDialog>
    </div>
  );
}

function WhatComes() {
  const { t } = useTranslation('issuer');
  return (
    <ol className={styles.comes}>
      <li>{t('check.confirm1')}</li>
      <li>{t('check.confirm2')}</li>
      <li>{t('check.confirm3')}</li>
    </ol>
  );
}

function Refusal({ listing, error }: { readonly listing: ListingView; readonly error: unknown }) {
  return <ToDo listing={listing} error={error} refused={refusedFields(error)} />;
}

function Sentence() {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const { price, softCap, hardCap, minimumTicket, closesAt } = useHand().draft.facts;
  const known = price !== null && softCap !== null && hardCap !== null && minimumTicket !== null;
  if (!known || closesAt === null) return null;
  return (
    <section aria-labelledby="offer-sentence">
      <h3 id="offer-sentence" className={styles.title}>
        {t('check.offer')}
      </h3>
      <p className={styles.sentence}>
        {t('check.sentence', {
          units: format.number(Math.floor(hardCap / price)),
          price: format.money(price),
          soft: format.money(softCap),
          hard: format.money(hardCap),
          minimum: format.money(minimumTicket),
          closes: format.dateTime(closesAt),
        })}
      </p>
    </section>
  );
}
