import {
  contract,
  endpointNames,
  roles as everyRole,
  type EndpointName,
  type EndpointRecord,
  type Role,
} from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { z } from 'zod';
import { bodyOf, pathOf, type WireRequest } from '../support/api-client.ts';
import { castOf, type Cast, type Name, type Player } from '../support/cast.ts';
import { catalogueOf, exampleOf, refill, type Catalogue } from '../support/catalogue.ts';
import { callerFor } from '../support/roles.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { badTokens } from '../support/tokens.ts';
import { problemIn, wireTo, type RawReply, type Wire } from '../support/wire.ts';

/** What the table's `access` and `ownership` do not say, because it depends on what the object is to the caller. */
const beyondTheTable: Partial<
  Record<EndpointName, (name: Name, roles: readonly Role[]) => RejectionCode | null>
> = {
  'listings.read': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_found'),
  // A listing under review is nobody's but its issuer's and the operators'.
  'queue.assign': (_name, roles) => (roles.includes('operator') ? null : 'not_found'),
  'queue.declare': (_name, roles) => (roles.includes('operator') ? null : 'not_found'),
  'listings.create': (name) => (name === 'enzo' ? null : 'not_allowed'),
  'dossier.read': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_allowed'),
  'documents.upload': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_allowed'),
  'documents.ofListing': (name, roles) =>
    name === 'enzo' || roles.includes('operator') ? null : 'not_found',
  'documents.download': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_found'),
  // A document that somebody may not see does not exist for them; one of the issuer's is not an operator's to show.
  'documents.show': (name) => (name === 'enzo' ? null : 'not_allowed'),
  'documents.remove': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_found'),
  'security.renamePasskey': (name) => (name === 'ines' ? null : 'not_found'),
  'security.removePasskey': (name) => (name === 'ines' ? null : 'not_found'),
  'security.endSession': (name) => (name === 'ines' ? null : 'not_found'),
  'complaints.read': (name, roles) => (name === 'ines' || roles.includes('operator') ? null : 'not_found'),
  'complaints.withdraw': (name) => (name === 'ines' ? null : 'not_found'),
  'conflicts.end': (name) => (name === 'olga' ? null : 'not_found'),
  'disclosures.read': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_found'),
  'insiders.list': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_allowed'),
  'insiders.export': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_allowed'),
  'insiders.declareSeen': (name) => (name === 'ines' ? null : 'not_found'),
  'insiders.declareTrade': (name) => (name === 'enzo' ? null : 'not_allowed'),
  // Of that issue nobody has traded yet; whose trade it is, is told in stories/papers.
  'statements.tradeNote': () => 'not_found',
  'offers.holders': (name, roles) => (name === 'enzo' || roles.includes('operator') ? null : 'not_allowed'),
};
/** Where whoever has the role may act on anybody's object: it is nobody's, or overseeing it is what the role is for. */
const anybodysObject: readonly EndpointName[] = [
  'people.setTier',
  'people.setRole',
  'cases.alert',
  'cases.tape',
  'cases.dismiss',
  'cases.open',
  'cases.read',
  'cases.join',
  'cases.assign',
  'cases.note',
  'cases.close',
  'cases.stor',
  'approvals.read',
  'approvals.approve',
  'approvals.refuse',
  'approvals.withdraw',
  'organisations.read',
  'dossier.check',
  'dossier.acceptInvitation',
  'documents.ofOrganisation',
  'review.take',
  'review.requestChanges',
  'review.approve',
  'audit.read',
  'audit.export',
  'offers.read',
  'offers.allotment',
  'offers.cancel',
  'commitments.place',
  'markets.read',
  'markets.book',
  'markets.trades',
  'markets.tradesCsv',
  'markets.candles',
  'markets.auctions',
  'markets.open',
  'markets.configure',
  'markets.act',
  'markets.proposeTerms',
  'orders.place',
  // An offer is everybody's; the question is the caller's own.
  'protection.understanding',
  'protection.drawUnderstanding',
  'protection.answerUnderstanding',
  'protection.identity',
  'protection.reviewIdentity',
  'protection.proposeClass',
  'protection.refuseClass',
  'kiis.read',
  'kiis.pdf',
  'kiis.versions',
  'kiis.diff',
  'duties.read',
  'duties.decide',
  'duties.endClosedPeriod',
  // Of anybody, and the desk answers it.
  'complaints.name',
  'complaints.admit',
  'complaints.extend',
  'complaints.answer',
  'complaints.close',
  'fees.propose',
  'disclosures.list',
  'disclosures.signal',
  'disclosures.decide',
  'disclosures.dismiss',
  'questions.list',
  'questions.read',
  'questions.ask',
  'questions.release',
  'questions.hide',
  'board.list',
  'board.post',
  'board.reply',
];
const ownersOf = {
  organisation: 'enzo',
  listing: 'enzo',
  commitment: 'ines',
  order: 'ines',
  post: 'ines',
  offer: 'enzo',
  disclosure: 'enzo',
  question: 'enzo',
  report: 'enzo',
} as const;
/** What is between its owner and the venue: for everybody else it does not exist. */
const unseen: ReadonlySet<string> = new Set(['commitment', 'order', 'post']);
const everybody: readonly Name[] = ['enzo', 'elsa', 'olga', 'adele', 'ines', 'ivo', 'vera', 'piera', 'nora'];
const denials: readonly RejectionCode[] = [
  'not_authenticated',
  'not_allowed',
  'not_found',
  'session_expired',
];
const all = endpointNames.map((name): [EndpointName, EndpointRecord] => [name, contract[name]]);

/** The denial the contract promises somebody, or null where the call goes on to the rules of its command. */
function promised(
  name: EndpointName,
  endpoint: EndpointRecord,
  who: Name,
  roles: readonly Role[],
): RejectionCode | null {
  const { access, ownership } = endpoint;
  if (typeof access !== 'string' && !access.some((role) => roles.includes(role))) return 'not_allowed';
  if (ownership !== 'none' && ownersOf[ownership] !== who)
    return unseen.has(ownership) ? 'not_found' : 'not_allowed';
  return beyondTheTable[name]?.(who, roles) ?? null;
}

describe('API-2: who may call what', () => {
  let venue: TestVenue;
  let cast: Cast;
  let wire: Wire;
  let catalogue: Catalogue;
  let cells = 0;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    catalogue = await catalogueOf(cast);
    wire = wireTo(venue.url);
  });
  after(async () => {
    console.log(`    ${cells} calls of ${all.length} endpoints held against what the contract promises`);
    wire.close();
    await venue.close();
  });

  const call = (endpoint: EndpointRecord, token: string | undefined, asked: WireRequest): Promise<RawReply> =>
    wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, asked),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...bodyOf(asked).headers,
        'x-piazza': '1',
      },
      body: bodyOf(asked).body,
    });
  const denialIn = (reply: RawReply): RejectionCode | null => {
    if (reply.status < 300) return null;
    const { code } = problemIn(reply);
    return denials.includes(code) ? code : null;
  };
  const rolesOf = ({ id }: Player): readonly Role[] =>
    venue.venue.exchange.peek((state) => state.people.people.get(id)?.roles ?? []);

  it('the walk knows somebody for each role, and the owner of each kind of object', () => {
    expect(
      everyRole.filter((role) => !everybody.some((who) => rolesOf(cast[who]).includes(role))),
    ).to.deep.equal([]);
    const kinds = new Set(all.map(([, { ownership }]) => ownership));
    kinds.delete('none');
    expect([...kinds].filter((kind) => !(kind in ownersOf))).to.deep.equal([]);
  });
  it('the walk knows every endpoint that names an object', () => {
    const naming = all.filter(([, { example, ownership }]) => {
      const names = JSON.stringify(example).includes('"$');
      return ownership === 'none' && names;
    });
    const known = new Set<string>([...anybodysObject, ...Object.keys(beyondTheTable)]);
    // Whoever adds an endpoint finds its name here.
    expect(naming.map(([name]) => name).filter((name) => !known.has(name))).to.deep.equal([]);
    const named = new Set<string>(naming.map(([name]) => name));
    expect([...known].filter((name) => !named.has(name))).to.deep.equal([]);
  });

  // Opening and ending sessions concerns nobody's roles.
  for (const [name, endpoint] of all.filter(([one]) => !one.startsWith('auth.'))) {
    it(`${name}: nobody who is not signed in${endpoint.access === 'public' ? ' is asked to be' : ''}`, async () => {
      const before = venue.stateHash();
      const denial = denialIn(await call(endpoint, undefined, exampleOf(endpoint, catalogue)));
      const expected =
        endpoint.access === 'public' ? promised(name, endpoint, 'nora', []) : 'not_authenticated';
      expect(denial).to.equal(expected);
      expect(venue.stateHash()).to.equal(before);
    });
    it(`${name}: its roles and owners, and nobody else`, async () => {
      catalogue = await refill(cast, catalogue, endpoint);
      for (const who of everybody) {
        const held = rolesOf(cast[who]);
        const before = venue.stateHash();
        const expected = promised(name, endpoint, who, held);
        const reply = await call(endpoint, cast[who].token, exampleOf(endpoint, catalogue));
        expect(denialIn(reply), who).to.equal(expected);
        cells += 1;
        if (expected !== null) expect(venue.stateHash(), who).to.equal(before);
      }
    });
  }

  it('a token that is no good is refused everywhere but where sessions begin and end', async () => {
    const before = venue.stateHash();
    for (const [what, token] of Object.entries(await badTokens(venue, cast.olga))) {
      for (const [name, endpoint] of all.filter(([one]) => !one.startsWith('auth.'))) {
        const reply = await call(endpoint, token, exampleOf(endpoint, catalogue));
        const { status, code } = problemIn(reply);
        cells += 1;
        expect(status, `${name} with ${what}`).to.equal(401);
        const expired = what === 'a past end' || what === 'a person who is nobody';
        expect(code, `${name} with ${what}`).to.equal(expired ? 'session_expired' : 'not_authenticated');
        expect(reply.headers['www-authenticate']).to.match(/^Bearer/);
      }
    }
    expect(venue.stateHash()).to.equal(before);
  });
  it('a token of another scheme is no token', async () => {
    const headers = { authorization: 'Basic b2xnYTpvbGdh' };
    expect(problemIn(await wire.send({ path: '/api/v1/me', headers }))).to.include({
      code: 'not_authenticated',
    });
  });
  it('what does not exist is not found, whoever may call', async () => {
    const before = venue.stateHash();
    for (const [name, endpoint] of all) {
      const asked = exampleOf(endpoint, catalogue);
      for (const [param, id] of Object.entries(asked.params ?? {})) {
        const other = /^[0-9]+$/.test(id) ? '9999' : `${id.slice(0, 4)}zzzzzz`;
        const params = { ...asked.params, [param]: other };
        const reply = await call(endpoint, callerFor(cast, endpoint).token, { ...asked, params });
        // One of a list of words, such as the name of a report, has no other that could be missing.
        if (endpoint.params?.shape[param] instanceof z.ZodEnum) {
          expect(problemIn(reply), name).to.include({ code: 'malformed_request', status: 400 });
          continue;
        }
        expect(endpoint.rejections, name).to.include('not_found');
        // Where there is no provider, nobody is told what one would know.
        const off = (endpoint.rejections as readonly string[]).includes('payments_off');
        const { code, status } = problemIn(reply);
        if (off && code === 'payments_off') continue;
        expect({ code, status }, name).to.deep.equal({ code: 'not_found', status: 404 });
      }
    }
    expect(venue.stateHash()).to.equal(before);
  });
});
