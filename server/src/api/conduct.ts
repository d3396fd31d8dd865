import type { ConflictRow, FeeSchedule, OwnConflict } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { Cents, PersonId } from '@piazza/shared/values';
import { feesAt, type Conflict, type Fees } from '../domain/conduct/index.ts';
import { feeOf, withVat, type Fee } from '../domain/fees/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { complaintHandlers, type ComplaintNames } from './complaints.ts';
import { propose } from './approvals.ts';
import type { Call, Handlers } from './handler.ts';
import { pickPerson } from './present/person.ts';
import type { SealedWords } from './present/complaint.ts';
import { organisationName, personName } from './present/words.ts';

type Names =
  | ComplaintNames
  | 'conflicts.register'
  | 'conflicts.list'
  | 'conflicts.declare'
  | 'conflicts.end'
  | 'fees.read'
  | 'fees.preview'
  | 'fees.propose';

const nameOf = async (context: ApiContext, { organisation }: Conflict): Promise<string> => {
  if (organisation === null) return '';
  const found = await context.exchange.read(({ organisations }) =>
    organisations.organisations.get(organisation),
  );
  return found === undefined ? '' : (await organisationName(context, found)).name;
};

const rowOf = async (context: ApiContext, one: Conflict): Promise<ConflictRow> => ({
  id: one.id,
  interest: one.interest,
  organisation: await nameOf(context, one),
  since: one.at,
  until: one.endedAt,
});

const ownRow = async (context: ApiContext, one: Conflict, reader: PersonId): Promise<OwnConflict> => ({
  ...(await rowOf(context, one)),
  person: await personName(context, one.person),
  mine: one.person === reader,
  words: (await context.vault.open<SealedWords>(one.words))?.text ?? '',
});

const declared = (context: ApiContext): Promise<Conflict[]> =>
  context.exchange.read(({ conduct }) => structuredClone([...conduct.conflicts.values()]).toReversed());

/** Whoever stepped back from something of the desk's: when, and nothing else of it. */
const steppedBack = ({ queue }: VenueState): ConflictRow[] =>
  [...queue.declarations.values()]
    .flat()
    .filter(({ conflict }) => conflict)
    .map(({ at }, index) => ({
      id: `stepped_back_${index + 1}`,
      interest: 'stepped_back',
      organisation: '',
      since: at,
      until: null,
    }));

async function declare(context: ApiContext, { caller, body, key }: Call<'conflicts.declare'>) {
  const { interest, organisationId: organisation } = body;
  const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
  const words = await context.vault.seal(subject, { text: body.words } satisfies SealedWords);
  const command = { kind: 'conduct.declare', interest, organisation, words } as const;
  const { conflict } = await context.exchange.command(command, caller.personId, key);
  const all = await declared(context);
  const found = all.find(({ id }) => id === conflict);
  if (found === undefined) throw new Error('a declaration that was made is not there');
  return ownRow(context, found, caller.personId);
}

const presentFees = ({ commitmentBps, tradeBps, successBps, admissionCents }: Fees) => ({
  commitmentBps,
  tradeBps,
  successBps,
  admission: admissionCents as Cents,
});

async function readFees(context: ApiContext): Promise<FeeSchedule> {
  const { present, versions } = await context.exchange.read(({ conduct }) => ({
    present: feesAt(conduct, context.exchange.now()),
    versions: structuredClone(conduct.fees),
  }));
  const shown = versions.map(async (version) => ({
    ...presentFees(version),
    from: version.from,
    at: version.at,
    maker: await personName(context, version.maker),
    checker: await personName(context, version.checker),
  }));
  return { present: presentFees(present), versions: (await Promise.all(shown)).toReversed() };
}

/** What the fees come to for amounts that people can picture, by the arithmetic they are taken with. */
function previewOf({ commitmentBps, tradeBps, successBps, admissionCents }: Fees) {
  const { feeExamples } = policy;
  const shown = ({ netCents, vatCents, totalCents }: Fee) => ({
    net: netCents as Cents,
    vat: vatCents as Cents,
    total: totalCents as Cents,
  });
  const share = (kind: keyof typeof feeExamples, bps: number) => ({
    kind,
    of: feeExamples[kind] as Cents,
    ...shown(feeOf(feeExamples[kind], bps)),
  });
  return [
    share('commitment', commitmentBps),
    share('trade', tradeBps),
    share('success', successBps),
    { kind: 'admission' as const, of: null, ...shown(withVat(admissionCents)) },
  ];
}

async function proposeFees(context: ApiContext, { caller, body, key }: Call<'fees.propose'>) {
  const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
  const reason = await context.vault.seal(subject, { reason: body.reason });
  const { commitmentBps, tradeBps, successBps, admission: admissionCents, from } = body;
  const fees = { commitmentBps, tradeBps, successBps, admissionCents };
  return propose(context, caller.personId, { kind: 'fee_change', ...fees, from, reason }, reason, key);
}

/** How the venue itself behaves. */
export const conductHandlers = (context: ApiContext): Handlers<Names> => ({
  ...complaintHandlers(context),
  'conflicts.register': async () => {
    const own = await Promise.all((await declared(context)).map((one) => rowOf(context, one)));
    const others = await context.exchange.read(steppedBack);
    return { items: [...own, ...others].toSorted((a, b) => b.since - a.since) };
  },
  'conflicts.list': async ({ caller }) => {
    const own = (await declared(context)).map((one) => ownRow(context, one, caller.personId));
    const { exchange } = context;
    const all = await exchange.read((state) => [...state.organisations.organisations.values()]);
    const named = all.map(async (one) => ({ id: one.id, name: (await organisationName(context, one)).name }));
    const organisations = await Promise.all(named);
    return {
      items: await Promise.all(own),
      organisations: organisations.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  },
  'conflicts.declare': (call) => declare(context, call),
  'conflicts.end': async ({ caller, params, key }) => {
    await context.exchange.command(
      { kind: 'conduct.end', conflict: params.conflictId },
      caller.personId,
      key,
    );
    return {};
  },
  'fees.read': () => readFees(context),
  'fees.preview': ({ query }) => Promise.resolve({ examples: previewOf(query) }),
  'fees.propose': (call) => proposeFees(context, call),
});
