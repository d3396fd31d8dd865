import {
  bearsInterest,
  listingFacts,
  listingTexts,
  tiers,
  type Draft,
  type ListingFacts,
  type ListingTexts,
  type Locale,
  type Tier,
} from '@piazza/shared/contract';
import { z } from 'zod';
import { readEuro, readWhole, writeEuro } from '../../../ui/EuroInput/read.ts';
import type { InputName } from './fields.ts';
import { problem, type Problem, type ProblemKey } from './problems.ts';
import { readMoment, writeMoment } from './rome.ts';

/** What stands in the inputs, letter by letter; only reading it makes a draft of it. */
export type DraftForm = Readonly<Record<InputName, string>>;

type FactName = Exclude<keyof ListingFacts, 'reserves'>;
type Fact = string | number | null;

interface Kind {
  /** undefined where the text means nothing. */
  readonly read: (text: string, locale: Locale) => Fact | undefined;
  readonly write: (value: never, locale: Locale) => string;
  readonly wrong: ProblemKey;
}

const or = <T>(value: T | null): T | undefined => value ?? undefined;
const asIs = (text: string): string => text.trim();
const euro = (wrong: ProblemKey): Kind => ({
  read: (text, locale) => or(readEuro(text, locale)),
  write: (cents: number, locale) => writeEuro(cents, locale),
  wrong,
});
const whole: Kind = {
  read: (text, locale) => or(readWhole(text, locale)),
  write: (value: number) => String(value),
  wrong: 'whole',
};
const choice: Kind = { read: asIs, write: (value: string) => value, wrong: 'choice' };
const moment: Kind = { read: (text) => or(readMoment(text)), write: writeMoment, wrong: 'moment' };

const kinds: Readonly<Record<FactName, Kind>> = {
  sector: choice,
  instrument: choice,
  transferability: choice,
  accrual: choice,
  couponBps: euro('rate'),
  indicator: {
    read: (text) => text.trim().toUpperCase(),
    write: (value: string) => value,
    wrong: 'indicator',
  },
  sdgTarget: {
    read: (text) => text.trim().toLowerCase(),
    write: (value: string) => value,
    wrong: 'sdgTarget',
  },
  baseline: whole,
  target: whole,
  lot: whole,
  targetDate: { read: asIs, write: (value: string) => value, wrong: 'date' },
  price: euro('price'),
  softCap: euro('euro'),
  hardCap: euro('euro'),
  minimumTicket: euro('euro'),
  ownFunds: euro('euro'),
  maturityDate: { read: asIs, write: (value: string) => value, wrong: 'date' },
  opensAt: moment,
  closesAt: moment,
};

export const textNames = Object.keys(listingTexts.shape) as (keyof ListingTexts)[];
export const factNames = Object.keys(kinds) as FactName[];

/** Longest text a field takes. */
export const maxLength = (name: keyof ListingTexts): number => listingTexts.shape[name].maxLength ?? Infinity;

/** The inputs that show a draft in the notation of the language. */
export function openForm({ texts, facts }: Draft, locale: Locale): DraftForm {
  const shown: Record<string, string> = {};
  for (const name of textNames) shown[`texts.${name}`] = texts[name];
  for (const name of factNames) {
    const value = facts[name];
    shown[`facts.${name}`] = value === null ? '' : kinds[name].write(value as never, locale);
  }
  for (const tier of tiers) shown[`facts.reserves.${tier}`] = writeEuro(facts.reserves[tier], locale);
  return shown as DraftForm;
}

function readText(name: keyof ListingTexts, text: string): string | Problem {
  const parsed = listingTexts.shape[name].safeParse(text);
  if (parsed.success) return parsed.data;
  const over = text.trim().length - maxLength(name);
  return over > 0 ? problem(`texts.${name}`, 'tooLong', { over }) : problem(`texts.${name}`, 'character');
}

/** What was not touched is what it was: a moment saved with its seconds is not cut to the minute its input shows. */
function readFact(
  name: FactName,
  text: string,
  locale: Locale,
  saved: Fact,
): { readonly value: Fact } | Problem {
  if (saved !== null && kinds[name].write(saved as never, locale) === text) return { value: saved };
  if (text.trim() === '') return { value: null };
  const value = kinds[name].read(text, locale);
  const good = value !== undefined && z.safeEncode(listingFacts.shape[name], value).success;
  return good ? { value } : problem(`facts.${name}`, kinds[name].wrong);
}

function readShare(text: string, locale: Locale): number | null {
  if (text.trim() === '') return 0;
  const share = readEuro(text, locale);
  return share !== null && share <= 10_000 ? share : null;
}

export interface Reading {
  /** What can be saved: what was read, and for what could not be read the value last saved. */
  readonly draft: Draft;
  /** What could not be read, and so is kept on this page only. */
  readonly unread: readonly Problem[];
}

/** Reads the inputs strictly: nothing is rounded, cut or guessed. */
export function readForm(form: DraftForm, locale: Locale, saved: Draft): Reading {
  const unread: Problem[] = [];
  const texts: Record<string, string> = {};
  const facts: Record<string, unknown> = {};
  for (const name of textNames) {
    const read = readText(name, form[`texts.${name}`]);
    texts[name] = typeof read === 'string' ? read : saved.texts[name];
    if (typeof read !== 'string') unread.push(read);
  }
  for (const name of factNames) {
    const read = readFact(name, form[`facts.${name}`], locale, saved.facts[name]);
    facts[name] = 'value' in read ? read.value : saved.facts[name];
    if (!('value' in read)) unread.push(read);
  }
  const shares = tiers.map((tier): [Tier, number | null] => [
    tier,
    readShare(form[`facts.reserves.${tier}`], locale),
  ]);
  if (shares.some(([, share]) => share === null)) unread.push(problem('facts.reserves', 'share'));
  facts['reserves'] = Object.fromEntries(
    shares.map(([tier, share]) => [tier, share ?? saved.facts.reserves[tier]]),
  );
  return settle({ texts, facts } as unknown as Draft, unread);
}

/** An instrument without interest has neither coupon nor accrual nor maturity, whatever stood there before. */
function settle(draft: Draft, unread: readonly Problem[]): Reading {
  const { facts } = draft;
  if (facts.instrument === null || bearsInterest(facts.instrument)) return { draft, unread };
  const accrual = facts.accrual === null ? null : ('none' as const);
  return {
    draft: { ...draft, facts: { ...facts, couponBps: null, accrual, maturityDate: null } },
    unread: unread.filter(({ field }) => field !== 'facts.couponBps'),
  };
}

/** `onto`, with the inputs that could not be read as they are typed in `form`. */
export function keepUnread(form: DraftForm, unread: readonly Problem[], onto: DraftForm): DraftForm {
  const fields = new Set<string>(unread.map(({ field }) => field));
  const names = (Object.keys(form) as InputName[]).filter(
    (name) => fields.has(name) || (fields.has('facts.reserves') && name.startsWith('facts.reserves.')),
  );
  return { ...onto, ...Object.fromEntries(names.map((name) => [name, form[name]])) };
}

/** The same inputs for a reader of another language; texts, and what cannot be read, stay as typed. */
export function translateForm(form: DraftForm, from: Locale, to: Locale, saved: Draft): DraftForm {
  const { draft, unread } = readForm(form, from, saved);
  const texts = Object.fromEntries(textNames.map((name) => [`texts.${name}`, form[`texts.${name}`]]));
  return keepUnread(form, unread, { ...openForm(draft, to), ...texts });
}
