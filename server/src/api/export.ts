import type { PersonId } from '@piazza/shared/values';
import { complaintsOf } from '../domain/conduct/index.ts';
import { account, EUR } from '../domain/ledger/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { noticeStream } from '../projections/notices.ts';
import { statementStream } from '../projections/statement.ts';
import { ordersStream } from '../projections/streams.ts';
import type { ApiContext } from './context.ts';
import type { StreamedFile } from './handler.ts';
import { pickPerson } from './present/person.ts';

/** Nouns whose records are a person's own where they name them. Cases are not among them: nobody is told of one. */
const nouns = ['protection', 'documents', 'disclosures', 'duties', 'conduct', 'approvals', 'board'] as const;
/** Fields that say whose a record is. */
const owning = ['person', 'investor', 'author', 'asker', 'complainant', 'holder', 'maker', 'by'];

const isOwn = (value: unknown, person: PersonId): boolean =>
  typeof value === 'object' &&
  value !== null &&
  owning.some((field) => (value as Readonly<Record<string, unknown>>)[field] === person);

/** What of a noun is the person's: entries under their id, and entries that say they are theirs. */
const ownOf = (noun: object, person: PersonId): unknown[] =>
  Object.entries(noun).flatMap(([kind, map]) => {
    if (!(map instanceof Map)) return [];
    const own = [...(map as Map<unknown, unknown>)].filter(
      ([key, value]) => key === person || isOwn(value, person),
    );
    return own.map(([key, value]) => ({ kind, key, value }));
  });

/** Keys of what is theirs and is kept beside their account: who they are, and their complaints. */
const subjectsOf = ({ protection, conduct }: VenueState, person: PersonId): string[] => [
  ...(protection.people.get(person)?.identitySubjects ?? []),
  ...complaintsOf(conduct, person).flatMap(({ subject }) => subject ?? []),
];

function pickOwn(state: VenueState, person: PersonId) {
  const { profile, subject, ...standing } = pickPerson(state, person);
  const commitments = (state.offers.byInvestor.get(person) ?? []).map((id) =>
    state.offers.commitments.get(id),
  );
  const organisations = [...state.organisations.organisations.values()].filter(({ representatives }) =>
    representatives.includes(person),
  );
  const holdings = [...state.register.holders].flatMap(([listing, holders]) => {
    const holding = holders.get(person);
    return holding === undefined ? [] : [{ listing, ...holding }];
  });
  const { available, held } = state.ledger.accounts.get(account.cash(person)) ?? { available: 0, held: 0 };
  const records = Object.fromEntries(nouns.map((noun) => [noun, ownOf(state[noun], person)]));
  return {
    subject,
    subjects: [subject, ...subjectsOf(state, person)],
    sections: {
      profile,
      standing,
      wallet: { asset: EUR, availableCents: available, heldCents: held },
      holdings,
      commitments,
      organisations,
      ...records,
    },
  };
}

const isSealed = (value: object): value is { readonly ref: string; readonly hash: string } =>
  'ref' in value && 'hash' in value && typeof value.ref === 'string' && typeof value.hash === 'string';

/** References of the texts of supervision: sealed for whom they are about, and not theirs to read (MAR art. 16, GDPR art. 15(4)). */
function withheld(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  if (isSealed(value)) found.add(value.ref);
  else for (const one of value instanceof Map ? value.values() : Object.values(value)) withheld(one, found);
  return found;
}

/** Every text that is sealed for the person, wherever it was written, as the items of a JSON array. */
async function* texts(context: ApiContext, subjects: readonly string[]): AsyncGenerator<string> {
  const kept = await context.exchange.read(({ cases, approvals }) => [...withheld([cases, approvals])]);
  const hidden = new Set(kept);
  let first = true;
  for (const subject of subjects)
    for await (const ref of context.vault.owned(subject)) {
      const text = hidden.has(ref) || !ref.startsWith('doc_') ? undefined : await context.vault.open(ref);
      if (text === undefined) continue;
      yield `${first ? '' : ','}${JSON.stringify(text)}`;
      first = false;
    }
}

/** The value as JSON knows it, with every sealed text in clear where it still opens. */
async function inClear(context: ApiContext, value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => inClear(context, one)));
  if (value instanceof Map) return inClear(context, Object.fromEntries(value as Map<string, unknown>));
  if (isSealed(value)) return (await context.vault.open(value)) ?? null;
  const members = Object.entries(value).map(async ([name, one]) => [name, await inClear(context, one)]);
  return Object.fromEntries((await Promise.all(members)) as [string, unknown][]);
}

const PAGE = 500;

/** A stream of the history as the items of a JSON array, page by page. */
async function* items(context: ApiContext, stream: string): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const entries = await context.history.page(stream, { after, limit: PAGE });
    for (const { index, value } of entries) yield `${index === 1 ? '' : ','}${JSON.stringify(value)}`;
    const last = entries.at(-1);
    if (last === undefined || entries.length < PAGE) return;
    after = last.index;
  }
}

async function* pieces(context: ApiContext, person: PersonId): AsyncGenerator<string> {
  const { identity } = context;
  const { subject, subjects, sections } = await context.exchange.read((state) => pickOwn(state, person));
  yield `{"person":${JSON.stringify(person)},"madeAt":${JSON.stringify(new Date(context.exchange.now()).toISOString())}`;
  for (const [name, value] of Object.entries(sections))
    yield `,${JSON.stringify(name)}:${JSON.stringify(await inClear(context, value))}`;
  const sessions = (await identity.sessions.list(person)).map(({ device, createdAt, refreshedAt }) => {
    return { device, createdAt, refreshedAt };
  });
  const passkeys = (await identity.passkeys.list(person)).map(({ name, createdAt, lastUsedAt }) => {
    return { name, createdAt, lastUsedAt };
  });
  const security = { sessions, passkeys, twoFactor: await identity.twoFactor.view(person) };
  yield `,"security":${JSON.stringify(security)}`;
  yield `,"mails":${JSON.stringify(await context.mailsAbout(subject))}`;
  yield ',"texts":[';
  yield* texts(context, subjects);
  yield ']';
  const streams = { statement: statementStream, orderUpdates: ordersStream, notices: noticeStream };
  for (const [name, streamOf] of Object.entries(streams)) {
    yield `,${JSON.stringify(name)}:[`;
    yield* items(context, streamOf(person));
    yield ']';
  }
  yield '}\n';
}

/**
 * Everything the venue holds of a person, as one JSON file (GDPR art. 15 and 20): amounts in cents and stamps in
 * milliseconds, as they are kept. Written piece by piece, so that no history is too long.
 */
export async function exportOf(context: ApiContext, person: PersonId): Promise<StreamedFile> {
  await context.historySettled();
  return { name: `piazza-${person}.json`, pieces: pieces(context, person) };
}
