import { Button, Textarea, TextInput } from '@mantine/core';
import type { FeeSchedule, Locale, ProposalView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { Cents } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { firstDayFrom, lastDayBy, startOfDay } from '../../locale/rome-date.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { readEuro, writeEuro } from '../../ui/EuroInput/read.ts';
import { Facts } from '../../ui/Facts/Facts.tsx';
import styles from './Conduct.module.css';

type Fees = FeeSchedule['present'];
const fields = ['commitment', 'trade', 'success', 'admission'] as const;
type Field = (typeof fields)[number];
type Typed = Readonly<Record<Field, string>>;

// Percent with two decimals and euro with cents are written alike: hundredths of either.
const typedOf = ({ commitmentBps, tradeBps, successBps, admission }: Fees, locale: Locale): Typed => ({
  commitment: writeEuro(commitmentBps, locale),
  trade: writeEuro(tradeBps, locale),
  success: writeEuro(successBps, locale),
  admission: writeEuro(admission, locale),
});

const mostOf = (field: Field): number => (field === 'admission' ? policy.feeMostCents : policy.feeMostBps);

function read(typed: Typed, field: Field, locale: Locale): number | null {
  const value = readEuro(typed[field], locale);
  return value === null || value > mostOf(field) ? null : value;
}

/** Proposes other fees from a later day, and shows what they would come to. */
export function FeeForm({ present }: { readonly present: Fees }) {
  const { t } = useTranslation('conduct');
  const [proposed, setProposed] = useState<ProposalView | null>(null);
  if (proposed === null) return <Form present={present} onProposed={setProposed} />;
  return (
    <section className={styles.panel} aria-labelledby="propose">
      <h2 id="propose">{t('feeDesk.propose')}</h2>
      <output>{t('feeDesk.done')}</output>
      <Link to="/desk/proposals/$proposalId" params={{ proposalId: proposed.id }}>
        {t('feeDesk.see')}
      </Link>
    </section>
  );
}

interface FormProps {
  readonly present: Fees;
  readonly onProposed: (proposal: ProposalView) => void;
}

/** What was typed, where all of it can be read. */
function feesIn(typed: Typed, locale: Locale): Fees | null {
  const [commitmentBps = null, tradeBps = null, successBps = null, admission = null] = fields.map((field) =>
    read(typed, field, locale),
  );
  if (commitmentBps === null || tradeBps === null || successBps === null || admission === null) return null;
  return { commitmentBps, tradeBps, successBps, admission: admission as Cents };
}

function Form({ present, onProposed }: FormProps) {
  const { t } = useTranslation('conduct');
  const { locale } = useFormat();
  const [typed, setTyped] = useState(() => typedOf(present, locale));
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const propose = useCommand('fees.propose');
  const whole = feesIn(typed, locale);
  const from = startOfDay(day);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (whole !== null && from !== null)
      propose.mutate({ body: { ...whole, from, reason } }, { onSuccess: onProposed });
  };
  return (
    <form className={styles.panel} noValidate onSubmit={send} aria-labelledby="propose">
      <h2 id="propose">{t('feeDesk.propose')}</h2>
      <Amounts typed={typed} onChange={setTyped} />
      <Begins day={day} onChange={setDay} />
      {whole !== null && <Preview fees={whole} />}
      <Textarea
        label={t('feeDesk.reason')}
        description={t('feeDesk.reasonHelp')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {propose.isError && <ErrorState error={propose.error} />}
      <div>
        <Button
          type="submit"
          loading={propose.isPending}
          disabled={whole === null || from === null || reason.trim().length < 3}
        >
          {t('feeDesk.send')}
        </Button>
      </div>
    </form>
  );
}

function Amounts({ typed, onChange }: { readonly typed: Typed; readonly onChange: (typed: Typed) => void }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const mostText = (field: Field): string =>
    field === 'admission' ? format.money(mostOf(field)) : format.rate(mostOf(field));
  return fields.map((field) => (
    <TextInput
      key={field}
      label={t(`feeDesk.${field}`)}
      inputMode="decimal"
      value={typed[field]}
      error={
        read(typed, field, format.locale) === null ? t('feeDesk.wrong', { most: mostText(field) }) : undefined
      }
      onChange={(event) => onChange({ ...typed, [field]: event.currentTarget.value })}
    />
  ));
}

function Begins({ day, onChange }: { readonly day: string; readonly onChange: (day: string) => void }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const now = useVenueNow(60_000);
  // An agreement takes its time, and the notice is counted from it: a day more than the rule asks for.
  const first = firstDayFrom(now + policy.feeNoticeMs + 86_400_000);
  const last = lastDayBy(now + policy.feeAheadMs);
  const shown = (one: string) => format.date(Date.parse(`${one}T12:00:00Z`));
  return (
    <TextInput
      type="date"
      label={t('feeDesk.begins')}
      description={t('feeDesk.beginsHelp', { least: shown(first), most: shown(last) })}
      min={first}
      max={last}
      value={day}
      required
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Preview({ fees: { admission, ...shares } }: { readonly fees: Fees }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const query = { ...shares, admissionCents: Number(admission) };
  const { data } = useApi('fees.preview', { query }, { keepPrevious: true });
  return (
    <section aria-labelledby="preview">
      <h3 id="preview">{t('feeDesk.preview')}</h3>
      <p className={styles.soft}>{t('feeDesk.previewText')}</p>
      <Facts
        facts={(data?.examples ?? []).map(({ kind, of, net, vat, total }) => ({
          label: t(`feeDesk.example.${kind}`, { amount: of === null ? '' : format.moneyExact(of) }),
          value: t('feeDesk.pays', {
            total: format.moneyExact(total),
            net: format.moneyExact(net),
            vat: format.moneyExact(vat),
          }),
        }))}
      />
    </section>
  );
}
