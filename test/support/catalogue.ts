import type {
  AlertId,
  CaseId,
  CommitmentId,
  ComplaintId,
  DisclosureId,
  DocumentId,
  ListingId,
  OfferId,
  OrderId,
  OrganisationId,
  PersonId,
  PostId,
  QuestionId,
  ProposalId,
} from '@piazza/shared/values';
import type { EndpointRecord } from '@piazza/shared/contract';
import type { WireRequest } from './api-client.ts';
import type { Cast } from './cast.ts';
import { bringToCall, bringToClosed, fundedIssue, openedMarket, posted, restingOrder } from './markets.ts';
import { applicant, askedUnderstanding, requester } from './protection.ts';
import { nothingProposed, proposed } from './proposals.ts';
import { furtherSession, madePasskey } from './security.ts';
import { documentOf, invited, represented } from './issuers.ts';
import { complained, declared, later } from './conduct.ts';
import { dutiful, type Dutiful } from './duties.ts';
import { openedCase, raised } from './surveillance.ts';
import { askedQuestion, filedChange, signalledDefect } from './disclosures.ts';
import { commit, listingIn, offerIn, published } from './listings.ts';

/** One object for every `$name` of the contract's examples. */
export interface Catalogue extends Dutiful {
  readonly organisation: OrganisationId;
  readonly draft: ListingId;
  readonly submitted: ListingId;
  readonly under_review: ListingId;
  readonly approved: ListingId;
  /** An offer that is open, and a pledge of Ines on it. */
  readonly offer: OfferId;
  readonly funded: OfferId;
  readonly commitment: CommitmentId;
  /** May be opened for trading. */
  readonly funded_listing: ListingId;
  /** A market in a call, and an order of Ines in its book. */
  readonly market: ListingId;
  readonly order: OrderId;
  /** A board with a post of Ines and one of Ivo. */
  readonly board: ListingId;
  readonly post: PostId;
  readonly other_post: PostId;
  readonly investor: PersonId;
  /** Somebody whose identity waits for an operator, and somebody whose request for a class does. */
  readonly identity: PersonId;
  readonly requester: PersonId;
  /** Waits for whoever may agree; for its maker where the call takes it back. */
  readonly proposal: ProposalId;
  /** A passkey of Ines, and a session of hers beside the one of the cast. */
  readonly passkey: string;
  readonly session: string;
  /** A document of Enzo's organisation, somebody who acts for it beside him, and a link that asks him to act for another. */
  readonly document: DocumentId;
  readonly representative: PersonId;
  readonly invitation: string;
  /** A change of a live sheet and a defect of another, both open, and a question nobody has answered. */
  readonly disclosure: DisclosureId;
  readonly defect: DisclosureId;
  readonly question: QuestionId;
  /** What Ines is asked before a large commitment to the offer. */
  readonly question_read: string;
  /** An alert in the market, and a case. */
  readonly alert: AlertId;
  readonly case: CaseId;
  /** Of Ines, and whom it may name; an interest Olga has declared; when fees may begin. */
  readonly complaint: ComplaintId;
  readonly administrator: PersonId;
  readonly conflict: string;
  readonly later: string;
  readonly token: string;
}

/** Makes the objects by real commands; what needs time to pass comes first. */
export async function catalogueOf(cast: Cast): Promise<Catalogue> {
  const duties = await dutiful(cast);
  const { offerId: funded } = await offerIn(cast, 'funded');
  const funded_listing = await fundedIssue(cast);
  const market = await openedMarket(cast);
  const board = await openedMarket(cast, 'bulletin');
  await bringToCall(cast, market);
  const order = await restingOrder(cast, market);
  const { offerId: offer } = await published(cast);
  const { id: commitment } = await commit(cast.ines, offer, 100);
  return {
    organisation: cast.organisation,
    draft: await listingIn(cast, 'draft'),
    submitted: await listingIn(cast, 'submitted'),
    under_review: await listingIn(cast, 'under_review'),
    approved: await listingIn(cast, 'approved'),
    offer,
    funded,
    commitment,
    funded_listing,
    market,
    order,
    board,
    post: await posted(cast.ines, board),
    other_post: await posted(cast.ivo, board),
    investor: cast.ines.id,
    identity: (await applicant(cast)).id,
    requester: (await requester(cast)).id,
    proposal: (await proposed(cast.oreste)).id,
    passkey: await madePasskey(cast.ines.api),
    session: await furtherSession(cast, cast.ines),
    document: await documentOf(cast),
    representative: await represented(cast),
    invitation: await invited(cast),
    disclosure: await filedChange(cast),
    defect: await signalledDefect(cast),
    question: await askedQuestion(cast),
    question_read: await askedUnderstanding(cast, offer),
    alert: await raised(cast, market),
    case: await openedCase(cast),
    complaint: await complained(cast),
    administrator: cast.adele.id,
    conflict: await declared(cast),
    later: later(cast),
    ...duties,
    token: cast.ines.token,
  };
}

const stands = (cast: Cast, post: PostId): boolean =>
  cast.venue.venue.exchange.peek(({ board }) => board.posts.has(post));

/** Money for what a walk over all endpoints makes investors commit, before it runs out. */
async function earn({ ines, ivo }: Cast): Promise<void> {
  for (const { api } of [ines, ivo]) {
    const { available } = await api.call('wallet.read');
    if (available < 2_000_000) await api.call('wallet.topUp', { body: { amount: 10_000_000 as never } });
  }
}

const consumed = ['draft', 'submitted', 'under_review', 'approved'] as const;

/** A configuration, and terms of the next call, need a market that is closed, orders one that takes them, and the kill switch a venue that trades. */
async function refillMarket(
  cast: Cast,
  { market }: Catalogue,
  endpoint: EndpointRecord,
  fresh: Record<string, string>,
): Promise<void> {
  const named = JSON.stringify(endpoint.example);
  if (endpoint.path.endsWith('/configure') || endpoint.path.endsWith('/call-terms'))
    await bringToClosed(cast, market);
  else if (named.includes('"$market"') || named.includes('"$order"')) {
    await bringToCall(cast, market);
  }
  if (named.includes('"$order"')) fresh['order'] = await restingOrder(cast, market);
}

/** What proposes needs that the same is not proposed yet; only who has proposed takes back. */
async function refillProposals(
  cast: Cast,
  { example, path, rejections }: EndpointRecord,
  fresh: Record<string, string>,
): Promise<void> {
  if (rejections.includes('already_proposed')) await nothingProposed(cast);
  if (JSON.stringify(example).includes('"$proposal"'))
    fresh['proposal'] = (await proposed(path.endsWith('/withdraw') ? cast.olga : cast.oreste)).id;
}

async function unblock(cast: Cast): Promise<void> {
  if (!cast.venue.venue.exchange.peek(({ markets }) => markets.house.blocked)) return;
  const body = {
    target: { scope: 'venue' },
    blocked: false,
    cancelOrders: false,
    reason: 'It is over',
  } as const;
  await cast.olga.api.call('desk.blockTrading', { body });
}

/** The catalogue with fresh objects where a command of the endpoint's example would use them up. */
export async function refill(cast: Cast, catalogue: Catalogue, endpoint: EndpointRecord): Promise<Catalogue> {
  const named = JSON.stringify(endpoint.example);
  const fresh: Record<string, string> = {};
  await unblock(cast);
  await earn(cast);
  if (named.includes('"$post"') && !stands(cast, catalogue.post))
    fresh['post'] = await posted(cast.ines, catalogue.board);
  if (named.includes('"$passkey"')) fresh['passkey'] = await madePasskey(cast.ines.api);
  if (named.includes('"$session"')) fresh['session'] = await furtherSession(cast, cast.ines);
  if (!endpoint.command) return { ...catalogue, ...fresh };
  if (named.includes('"$document"')) fresh['document'] = await documentOf(cast);
  if (named.includes('"$representative"')) fresh['representative'] = await represented(cast);
  if (named.includes('"$invitation"')) fresh['invitation'] = await invited(cast);
  if (named.includes('"$alert"')) fresh['alert'] = await raised(cast, catalogue.market);
  if (named.includes('"$case"')) fresh['case'] = await openedCase(cast);
  if (named.includes('"$identity"')) fresh['identity'] = (await applicant(cast)).id;
  if (named.includes('"$requester"')) fresh['requester'] = (await requester(cast)).id;
  if (endpoint.path.endsWith('/knowledge-test/answers')) await cast.ines.api.call('protection.drawTest');
  for (const status of consumed)
    if (named.includes(`"$${status}"`)) fresh[status] = await listingIn(cast, status);
  if (named.includes('"$disclosure"')) fresh['disclosure'] = await filedChange(cast);
  if (named.includes('"$defect"')) fresh['defect'] = await signalledDefect(cast);
  if (named.includes('"$complaint"')) fresh['complaint'] = await complained(cast);
  if (named.includes('"$conflict"')) fresh['conflict'] = await declared(cast);
  if (named.includes('"$later"')) fresh['later'] = later(cast);
  if (named.includes('"$question"')) fresh['question'] = await askedQuestion(cast);
  if (named.includes('"$offer"')) fresh['offer'] = (await published(cast)).offerId;
  if (named.includes('"$question_read"'))
    fresh['question_read'] = await askedUnderstanding(cast, (fresh['offer'] ?? catalogue.offer) as OfferId);
  if (named.includes('"$commitment"'))
    fresh['commitment'] = (await commit(cast.ines, (await published(cast)).offerId, 100)).id;
  if (named.includes('"$funded_listing"')) fresh['funded_listing'] = await fundedIssue(cast);
  if (named.includes('"$duty"') || named.includes('"$report"')) Object.assign(fresh, await dutiful(cast));
  if (named.includes('"$other_post"')) fresh['other_post'] = await posted(cast.ivo, catalogue.board);
  await refillProposals(cast, endpoint, fresh);
  await refillMarket(cast, catalogue, endpoint, fresh);
  return { ...catalogue, ...fresh };
}

/** The example with every `$name` in its place. */
export const fill = <T>(example: T, catalogue: Readonly<Record<string, string>>): T =>
  JSON.parse(
    JSON.stringify(example).replaceAll(/"\$(\w+)"/g, (_, name: string) => {
      const id = catalogue[name];
      if (id === undefined) throw new Error(`the catalogue has no ${name}`);
      return JSON.stringify(id);
    }),
  ) as T;

/** The example request of an endpoint on the wire. */
export const exampleOf = (endpoint: EndpointRecord, catalogue: Catalogue): WireRequest =>
  fill(endpoint.example, { ...catalogue }) as WireRequest;
