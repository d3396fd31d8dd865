import { bearsInterest, instruments, sectors } from '@piazza/shared/contract';
import { tickCents } from '@piazza/shared/values';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import type { Step } from '../draft/fields.ts';
import { Group } from './Group.tsx';
import { IndicatorField, SdgField } from './CodeFields.tsx';
import { ChoiceField, DateField, FigureField, LineField, ProseField } from './Fields.tsx';
import fields from './Fields.module.css';
import { useHand } from './hand.ts';
import { SheetStep } from './SheetStep.tsx';
import { ReservesField } from './ReservesField.tsx';
import { useTermNotes } from './useTermNotes.ts';

function VentureStep() {
  const { t } = useTranslation('ui');
  return (
    <>
      <LineField name="texts.title" />
      <LineField name="texts.tagline" />
      <ChoiceField
        name="facts.sector"
        options={sectors.map((value) => ({ value, label: t(`sector.${value}`) }))}
      />
      <ProseField name="texts.story" rows={8} />
      <ProseField name="texts.team" />
    </>
  );
}

const transferabilities = ['free', 'with_consent', 'none'] as const;
const accruals = ['none', 'act_365', '30_360'] as const;

function InstrumentGroup() {
  const { t } = useTranslation(['issuer', 'issuerFields', 'ui']);
  const { instrument, transferability } = useHand().draft.facts;
  return (
    <Group title={t('issuer:wizard.what')}>
      <ChoiceField
        name="facts.instrument"
        options={instruments.map((value) => ({ value, label: t(`ui:instrument.${value}`) }))}
        note={instrument === null ? undefined : t(`issuerFields:instrument.${instrument}`)}
      />
      {bearsInterest(instrument) && (
        <div className={fields.pair}>
          <FigureField name="facts.couponBps" />
          <ChoiceField
            name="facts.accrual"
            options={accruals.map((value) => ({ value, label: t(`issuerFields:accrual.${value}`) }))}
          />
        </div>
      )}
      <ChoiceField
        name="facts.transferability"
        options={transferabilities.map((value) => ({
          value,
          label: t(`issuerFields:transferability.${value}`),
        }))}
        note={transferability === null ? undefined : t(`issuerFields:transferabilityText.${transferability}`)}
      />
      <ProseField name="texts.redemption" rows={2} />
    </Group>
  );
}

function AmountsGroup() {
  const { t } = useTranslation(['issuer', 'issuerFields']);
  const format = useFormat();
  const { price } = useHand().draft.facts;
  const notes = useTermNotes();
  const tick = price === null ? null : tickCents(price);
  return (
    <Group title={t('issuer:wizard.amounts')}>
      <div className={fields.pair}>
        <FigureField
          name="facts.price"
          of="euro"
          note={tick === null ? undefined : t('issuerFields:note.tick', { tick: format.money(tick) })}
        />
        <FigureField name="facts.lot" note={notes.lot} />
        <FigureField name="facts.softCap" of="euro" note={notes.softCap} />
        <FigureField name="facts.hardCap" of="euro" note={notes.hardCap} />
        <FigureField name="facts.minimumTicket" of="euro" note={notes.minimum} />
      </div>
      <ReservesField />
    </Group>
  );
}

function IssueStep() {
  const { t } = useTranslation(['issuer', 'issuerFields']);
  const now = useVenueNow(60_000);
  const { opensAt } = useHand().draft.facts;
  const past = opensAt !== null && opensAt <= now;
  return (
    <>
      <InstrumentGroup />
      <AmountsGroup />
      <Group title={t('issuer:wizard.when')}>
        <div className={fields.pair}>
          <DateField
            name="facts.opensAt"
            type="datetime-local"
            note={past ? t('issuerFields:note.opensNow') : undefined}
          />
          <DateField name="facts.closesAt" type="datetime-local" />
        </div>
      </Group>
    </>
  );
}

function MoneyStep() {
  return (
    <>
      <ProseField name="texts.useOfProceeds" rows={7} />
      <ProseField name="texts.risks" rows={7} />
    </>
  );
}

function ImpactStep() {
  const { t } = useTranslation('issuer');
  return (
    <>
      <Group title={t('wizard.promise')}>
        <ProseField name="texts.outcome" rows={2} />
        <IndicatorField />
        <div className={fields.pair}>
          <LineField name="texts.indicatorUnit" />
          <SdgField />
          <FigureField name="facts.baseline" />
          <FigureField name="facts.target" />
          <DateField name="facts.targetDate" type="date" />
        </div>
      </Group>
      <Group title={t('wizard.dimensions')}>
        <ProseField name="texts.what" />
        <ProseField name="texts.who" />
        <ProseField name="texts.howMuch" />
        <ProseField name="texts.contribution" />
        <ProseField name="texts.impactRisk" />
      </Group>
      <Group title={t('wizard.proof')}>
        <ProseField name="texts.counterfactual" />
        <ProseField name="texts.evidencePlan" />
      </Group>
    </>
  );
}

/** The fields of each step but the last, which asks for nothing. */
export const stepForms: Readonly<Record<Exclude<Step, 'check'>, () => ReactNode>> = {
  venture: VentureStep,
  issue: IssueStep,
  money: MoneyStep,
  impact: ImpactStep,
  sheet: SheetStep,
};
