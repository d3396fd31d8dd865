import { TextInput } from '@mantine/core';
import type { MarketView, ProposalView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { isPrice } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket } from '../../realtime/index.ts';
import { readEuro } from '../../ui/EuroInput/read.ts';
import { PriceInput } from '../../ui/PriceInput/PriceInput.tsx';
import type { DialogOf } from './ActDialog.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import { outlookOf, readWidth, termsAsked, type Outlook } from './terms.ts';
import styles from './TradingDesk.module.css';

interface TermsDialogProps extends Omit<DialogOf, 'onDone'> {
  readonly market: MarketView;
  readonly onDone: (text: string, proposal: ProposalView) => void;
}

/** Proposes another reference price, a wider collar, or both, for the next auction of a market alone. */
export function TermsDialog({ market, onDone, onClose }: TermsDialogProps) {
  const { t } = useTranslation('tradingDesk');
  const { locale } = useFormat();
  const [typed, setTyped] = useState({ reference: '', width: '' });
  const command = useCommand('markets.proposeTerms');
  const { listingId, title } = market;
  const halted = useMarket(listingId, (live) => live.session?.phase ?? market.session.phase) === 'halted';
  const cents = readEuro(typed.reference, locale);
  const asked = termsAsked(typed, cents);
  const send = (reason: string) => {
    if (asked === null) return;
    const input = { params: { listingId }, body: { ...asked, reason } };
    command.mutate(input, {
      onSuccess: (proposal) => onDone(t('terms.done', { title }), proposal),
    });
  };
  return (
    <DeskDialog
      title={t('dialog.of', { act: t(halted ? 'act.resumeTerms' : 'act.terms'), title })}
      confirm={t('terms.propose')}
      ready={asked !== null}
      busy={command.isPending}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t(halted ? 'terms.resumes' : 'terms.next')}</p>
      <Fields market={market} typed={typed} cents={cents} onChange={setTyped} />
      <Preview market={market} reference={asked?.reference ?? null} width={asked?.collarBps ?? null} />
      <p className={styles.soft}>{t('terms.public')}</p>
    </DeskDialog>
  );
}

interface Typed {
  readonly reference: string;
  readonly width: string;
}
interface FieldsProps {
  readonly market: MarketView;
  readonly typed: Typed;
  readonly cents: number | null;
  readonly onChange: (typed: Typed) => void;
}

function Fields({ market, typed, cents, onChange }: FieldsProps) {
  const { t } = useTranslation('tradingDesk');
  const { moneyExact, rate } = useFormat();
  const { reference, width } = typed;
  const wrongPrice = reference.trim() !== '' && (cents === null || !isPrice(cents));
  const bounds = { usual: rate(policy.auctionCollar), most: rate(policy.callCollarMost) };
  const now = rate(market.terms?.collarBps ?? policy.auctionCollar);
  return (
    <>
      <PriceInput
        id="terms-reference"
        label={t('terms.reference')}
        description={t('terms.referenceHelp', { now: moneyExact(market.reference) })}
        value={reference}
        start={market.reference}
        error={wrongPrice ? t('terms.wrongPrice') : undefined}
        onChange={(text) => onChange({ ...typed, reference: text })}
      />
      <TextInput
        label={t('terms.width')}
        description={t('terms.widthHelp', { ...bounds, now })}
        value={width}
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        error={width.trim() !== '' && readWidth(width) === null ? t('terms.wrongWidth', bounds) : undefined}
        onChange={(event) => onChange({ ...typed, width: event.currentTarget.value })}
      />
    </>
  );
}

interface PreviewProps {
  readonly market: MarketView;
  readonly reference: number | null;
  readonly width: number | null;
}

/** What the next call would be like, as the rule stands and as it is proposed, by the orders that wait now. */
function Preview({ market, reference, width }: PreviewProps) {
  const { t } = useTranslation('tradingDesk');
  const { listingId, terms } = market;
  const bids = useMarket(listingId, (live) => live.bids);
  const asks = useMarket(listingId, (live) => live.asks);
  const now = useMarket(listingId, (live) => live.reference) ?? market.reference;
  const usual = terms?.collarBps ?? policy.auctionCollar;
  const changed = reference !== null || width !== null;
  return (
    <div className={styles.outlook} aria-live="polite">
      <h3 className={styles.subtitle}>{t('terms.preview')}</h3>
      <OutlookLine title={t('terms.asIs')} outlook={outlookOf({ bids, asks }, now, usual)} />
      {changed && (
        <OutlookLine
          title={t('terms.asProposed')}
          outlook={outlookOf({ bids, asks }, reference ?? now, width ?? usual)}
        />
      )}
    </div>
  );
}

function OutlookLine({ title, outlook }: { readonly title: string; readonly outlook: Outlook }) {
  const { t } = useTranslation('tradingDesk');
  const { moneyExact, number, rate } = useFormat();
  const { reference, widthBps, low, high, found } = outlook;
  const values = {
    reference: moneyExact(reference),
    width: rate(widthBps),
    low: moneyExact(low),
    high: moneyExact(high),
  };
  const would =
    found === null
      ? t('terms.nothing')
      : t(found.inside ? 'terms.inside' : 'terms.outside', {
          count: found.volume,
          units: t('table.units', { count: found.volume, units: number(found.volume) }),
          price: moneyExact(found.price),
        });
  return (
    <p>
      <strong>{title}</strong> {t('terms.bounds', values)} {would}
    </p>
  );
}

/** Where the colleague finds what was proposed. */
export function SeeProposal({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('tradingDesk');
  return (
    <Link to="/desk/proposals/$proposalId" params={{ proposalId: proposal.id }}>
      {t('terms.see')}
    </Link>
  );
}
