import {
  contract,
  endpointNames,
  roles as everyRole,
  type EndpointName,
  type EndpointRecord,
  type Role,
} from '@piazza/shared/contract';
import { Refusal as Refused } from '../../server/src/kernel/exchange.ts';
import { expect } from 'chai';
import { requireAccess } from '../../server/src/api/kit/authorize.ts';
import { evolve } from '../../server/src/domain/venue/index.ts';
import { bodyOf, pathOf } from '../support/api-client.ts';
import { openApiVenue, type ApiVenue } from '../support/api-venue.ts';
import type { Cast, Player } from '../support/cast.ts';
import { exampleOf, type Catalogue } from '../support/catalogue.ts';
import { changeRole } from '../support/proposals.ts';
import { Promptness } from '../support/promptness.ts';
import type { TestVenue } from '../support/server.ts';
import { problemIn, type RawReply, type Wire } from '../support/wire.ts';

const all = endpointNames
  .map((name): [EndpointName, EndpointRecord] => [name, contract[name]])
  // Opening and ending sessions concerns nobody's roles.
  .filter(([name]) => !name.startsWith('auth.'));
/** Endpoints that the role opens. */
const openedBy = (role: Role): [EndpointName, EndpointRecord][] =>
  all.filter(([, { access }]) => typeof access !== 'string' && access.includes(role));
const promptness = new Promptness('Whoever may no longer know learns nothing after five seconds');

describe('API-2: who could call a moment ago', () => {
  let api: ApiVenue;
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let wire: Wire;
  before(async () => {
    api = await openApiVenue();
    ({ venue, cast, catalogue, wire } = api);
  });
  after(() => api.close());

  const call = (endpoint: EndpointRecord, token: string): Promise<RawReply> => {
    const asked = exampleOf(endpoint, catalogue);
    const { headers, body } = bodyOf(asked);
    return wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, asked),
      headers: { authorization: `Bearer ${token}`, ...headers, 'x-piazza': '1' },
      body,
    });
  };

  for (const role of everyRole)
    it(`${role}: what the role alone opens is closed with the same token once it is withdrawn`, async () => {
      const { nora } = cast;
      const opened = openedBy(role);
      // Reading changes nothing: with the role, each of these goes on to its own rules.
      const reading = opened.filter(([, { method, ownership }]) => method === 'GET' && ownership === 'none');
      await changeRole(cast, nora.id, role, true);
      for (const [name, endpoint] of reading) {
        const reply = await call(endpoint, nora.token);
        const refused = reply.status < 300 ? null : problemIn(reply).code;
        // Some are the issuer's own, whatever the role.
        if (role !== 'enterprise') expect(refused, name).not.to.equal('not_allowed');
        expect(refused, name).not.to.equal('not_authenticated');
      }
      await changeRole(cast, nora.id, role, false);
      const before = venue.stateHash();
      for (const [name, endpoint] of opened)
        expect(problemIn(await call(endpoint, nora.token)), name).to.include({ code: 'not_allowed' });
      expect(venue.stateHash()).to.equal(before);
    });

  describe('and is suspended', () => {
    let person: Player;
    before(async () => {
      person = await cast.join('susanna@example.org', {
        displayName: 'Susanna Sospesi',
        roles: ['investor', 'operator'],
      });
    });
    it('has her open sockets cut, and gets in nowhere with a token whose session still stands', async () => {
      expect((await person.api.call('me.read')).id).to.equal(person.id);
      const socket = await person.socket();
      // An erasure that was begun and got no further: neither session nor role has anything to do with the refusal.
      venue.venue.exchange.peek((state) => {
        const roles = [...(state.people.people.get(person.id)?.roles ?? [])];
        evolve(state, {
          kind: 'people.erasure_begun',
          person: person.id,
          at: venue.venue.exchange.now() as never,
        });
        state.people.people.get(person.id)!.roles = roles;
      });
      expect(await promptness.of('an open socket', socket.cut())).to.equal('session_ended');
      const before = venue.stateHash();
      for (const [name, endpoint] of all)
        expect(problemIn(await call(endpoint, person.token)), name).to.include({
          code: 'session_expired',
          status: 401,
        });
      expect(venue.stateHash()).to.equal(before);
      expect(await promptness.of('a new one', (await person.socket()).cut())).to.equal('session_ended');
      promptness.judge(5_000);
    });
    it('does not sign in again', async () => {
      const { email, password } = person;
      expect(await venue.client().refusal('auth.login', { body: { email, password } })).to.equal(
        'account_suspended',
      );
    });
    it('gives no command, whatever road it came by', async () => {
      const command = { kind: 'people.acknowledgeWarning' } as never;
      const outcome = await venue.venue.exchange.command(command, person.id).then(
        () => 'taken',
        (error: unknown) => (error instanceof Refused ? error.rejection.code : String(error)),
      );
      expect(outcome).to.equal('not_allowed');
    });
  });

  it('an access that names no role, or none that anybody holds, lets nobody in', () => {
    const caller = { personId: cast.olga.id, sessionId: 'x', roles: new Set(everyRole) };
    expect(() => requireAccess([] as never, caller)).to.throw(Refused);
    expect(() => requireAccess(['auditor'] as never, caller)).to.throw(Refused);
    expect(() => requireAccess(undefined as never, null)).to.throw(Refused);
    expect(() => requireAccess(['operator'], caller)).not.to.throw();
  });
});
