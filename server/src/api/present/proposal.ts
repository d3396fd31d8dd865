import type { ProposalView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import type { ListingId, ProposalId } from '@piazza/shared/values';
import {
  checkerRefusal,
  isCurrent,
  isHidden,
  rulesOf,
  type Act,
  type Proposal,
} from '../../domain/approvals/index.ts';
import { priceBand } from '../../domain/market/index.ts';
import { isInterested } from '../../domain/interests/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import { canonicalJson, sha256 } from '../../kernel/canonical.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { listingTexts, personName } from './words.ts';

type Facts = ProposalView['act']['facts'];

/** What an act says, in codes. */
export interface ActWords {
  readonly object: string;
  /** Whose name is shown. */
  readonly person: string | null;
  readonly facts: Facts;
}
/** `before` is the revision that the act's rules name: what was there when it was proposed. */
type WordsOf = {
  readonly [K in Act['kind']]?: (act: Extract<Act, { kind: K }>, before: string) => ActWords;
};

/** Acts whose change is shown as before and after; the others are shown by what they name. */
const words: WordsOf = {
  role_change: ({ person, role, granted }, before) => ({
    object: person,
    person,
    facts: [
      { name: 'roles', before, after: null },
      { name: granted ? 'role_granted' : 'role_withdrawn', before: null, after: role },
    ],
  }),
  tier_change: ({ person, tier }, before) => ({
    object: person,
    person,
    facts: [{ name: 'tier', before, after: tier }],
  }),
  policy_change: ({ setting, value, from }, before) => ({
    object: setting,
    person: null,
    facts: [
      { name: setting, before: before.slice(0, before.indexOf('/')), after: String(value) },
      ...(from === undefined ? [] : [{ name: 'from', before: null, after: String(from) }]),
    ],
  }),
  call_terms: ({ listing, referenceCents, collarBps }, before) => {
    const [reference = 0, width = 0] = before.split('/').map(Number);
    const [begins = ''] = before.split('/').slice(2);
    const after = { reference: referenceCents ?? reference, width: collarBps ?? width };
    const [was, becomes] = [priceBand(reference, width), priceBand(after.reference, after.width)];
    const fact = (name: string, one: number, other: number) => ({
      name,
      before: String(one),
      after: String(other),
    });
    return {
      object: listing,
      person: null,
      facts: [
        { name: 'call', before: null, after: begins },
        fact('referenceCents', reference, after.reference),
        fact('collarBps', width, after.width),
        fact('lowestCents', was.low, becomes.low),
        fact('highestCents', was.high, becomes.high),
      ],
    };
  },
  money_out: ({ outgoing }, before) => {
    const [holder = '', amountCents = null] = before.split('/');
    return {
      object: outgoing,
      person: holder.startsWith('per_') ? holder : null,
      facts: [
        { name: 'holder', before: null, after: holder },
        { name: 'amountCents', before: null, after: amountCents },
      ],
    };
  },
};

const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z]{3}_/.test(value);

/** Any act by its own plain fields. */
function plainWords(act: Act): ActWords {
  const entries = Object.entries(act).filter(
    ([name, value]) => name !== 'kind' && ['string', 'number', 'boolean'].includes(typeof value),
  );
  const ids = entries.map(([, value]: [string, unknown]) => value).filter(isId);
  return {
    object: ids[0] ?? act.kind,
    person: ids.find((id) => id.startsWith('per_')) ?? null,
    // Whom or what it is about is named beside them.
    facts: entries
      .filter(([, value]) => !isId(value))
      .map(([name, value]) => ({ name, before: null, after: String(value) })),
  };
}

/** What the act changes, in codes. */
const wordsOfAct = (act: Act, before: string): ActWords => {
  const say = words[act.kind] as ((act: Act, before: string) => ActWords) | undefined;
  return say?.(act, before) ?? plainWords(act);
};

/** Of what a person reads of the act before they put their name to it. */
export function hashOfAct(state: VenueState, act: Act): string {
  const before = rulesOf(act).revision(state, act);
  return sha256(canonicalJson({ kind: act.kind, before, ...wordsOfAct(act, before) }));
}

/** A proposal with what of the state is shown with it. */
export interface ProposalPick {
  readonly proposal: Proposal;
  readonly words: ActWords;
  readonly stale: boolean;
  readonly barred: ProposalView['barred'];
}

export function pickProposal(state: VenueState, id: ProposalId, reader: string): ProposalPick {
  const proposal = state.approvals.proposals.get(id);
  if (proposal === undefined || isHidden(state, proposal, reader)) throw new Refused(reject('not_found'));
  const waits = proposal.status === 'waiting';
  const stale = waits && !isCurrent(state, proposal);
  const interested = isInterested(state, reader, id) ? 'conflict_of_interest' : undefined;
  const refusal = (checkerRefusal(state, proposal, reader)?.code ?? interested) as
    ProposalView['barred'] | undefined;
  const barred = waits ? (refusal ?? (stale ? 'content_changed' : null)) : 'illegal_state';
  return { proposal: { ...proposal }, words: wordsOfAct(proposal.act, proposal.revision), stale, barred };
}

/** Title of the listing that an act is about; empty where it is about none. */
async function titleOf(context: ApiContext, object: string): Promise<string> {
  if (!object.startsWith('lst_')) return '';
  const texts = await context.exchange.read(
    ({ listings }) => listings.listings.get(object as ListingId)?.content.texts,
  );
  return texts === undefined ? '' : (await listingTexts(context, texts)).title;
}

const said = async (context: ApiContext, sealed: Proposal['decidedReason']): Promise<string> =>
  sealed === null ? '' : ((await context.vault.open<{ reason: string }>(sealed))?.reason ?? '');

export async function presentProposal(
  context: ApiContext,
  { proposal, words: { object, person, facts }, stale, barred }: ProposalPick,
  reader: string,
): Promise<ProposalView> {
  const { id, act, contentHash, at, expiresAt, status, maker, checker, decidedAt } = proposal;
  const someone = async (who: string) => ({ name: await personName(context, who), mine: who === reader });
  return {
    id,
    act: {
      kind: act.kind,
      object,
      name: person === null ? await titleOf(context, object) : await personName(context, person),
      facts: [...facts],
    },
    contentHash,
    maker: await someone(maker),
    reason: await said(context, proposal.reason),
    at,
    expiresAt,
    status,
    stale,
    checker: checker === null ? null : await someone(checker),
    decidedAt,
    decidedReason: await said(context, proposal.decidedReason),
    barred,
  };
}
