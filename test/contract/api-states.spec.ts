import {
  commitmentStatuses,
  contract,
  disclosureStatuses,
  dutyReportStatuses,
  endpointNames,
  listingStatuses,
  offerStatuses,
  proposalStatuses,
  type EndpointName,
  type EndpointRecord,
} from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { pathOf } from '../support/api-client.ts';
import { openApiVenue, type ApiVenue } from '../support/api-venue.ts';
import type { Cast } from '../support/cast.ts';
import { exampleOf, type Catalogue } from '../support/catalogue.ts';
import { disclosureIn } from '../support/disclosures.ts';
import { dayAhead, dutiful, reportIn } from '../support/duties.ts';
import { documentOf } from '../support/issuers.ts';
import { commitmentIn, listingIn, offerIn } from '../support/listings.ts';
import { proposalIn } from '../support/proposals.ts';
import { callerFor } from '../support/roles.ts';
import type { TestVenue } from '../support/server.ts';
import { problemIn, type RawReply, type Wire } from '../support/wire.ts';

/** How the noun in a path is brought to each of its statuses. */
const nouns = {
  listingId: { statuses: listingStatuses, bring: listingIn },
  offerId: {
    statuses: offerStatuses.filter((status) => status !== 'allotting'),
    bring: async (cast: Cast, status: never) => (await offerIn(cast, status)).offerId,
  },
  commitmentId: {
    // Nothing is charged on a venue of play money.
    statuses: commitmentStatuses.filter((status) => status !== 'allotted' && status !== 'charging'),
    bring: commitmentIn,
  },
  disclosureId: { statuses: disclosureStatuses, bring: disclosureIn },
  reportId: { statuses: dutyReportStatuses, bring: reportIn },
  proposalId: { statuses: proposalStatuses, bring: proposalIn },
} as const;
type Param = keyof typeof nouns;

/** The codes that say "not in this status". */
const outOfState: readonly RejectionCode[] = [
  'illegal_state',
  'offer_not_open',
  'offer_suspended',
  'reflection_ended',
  'approval_expired',
];
/** What has the status is of another kind, and for the call it does not exist. */
const ofAnotherKind = (name: EndpointName, status: string): boolean =>
  name.startsWith('disclosures.') &&
  (status === 'published' ||
    (status === 'filed' && (name === 'disclosures.correct' || name === 'disclosures.dismiss')));
/** Where the code tells of something else than the status of what the path names; each is tried below. */
const ofSomethingElse: readonly EndpointName[] = [
  'documents.remove',
  'duties.declarePayment',
  'duties.withdrawPayment',
  // Of a payment, on a venue that has a provider: tried in unit/domain/payments/distribution.spec.ts.
  'payments.distribute',
];
const stateful = endpointNames.filter((name) => (contract[name] as EndpointRecord).states !== undefined);

describe('API-1: statuses in which a call is legal', () => {
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

  const call = (endpoint: EndpointRecord, param: Param, id: string): Promise<RawReply> => {
    const { body, query = {} } = exampleOf(endpoint, catalogue);
    const { token } = callerFor(cast, endpoint);
    return wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, { params: { [param]: id }, query }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  };

  it('are declared wherever the code for others is', () => {
    const refusing = endpointNames.filter((name) =>
      (contract[name] as EndpointRecord).rejections.some((code) => outOfState.includes(code)),
    );
    expect([...stateful, ...ofSomethingElse]).to.have.members(refusing);
  });
  for (const name of stateful) {
    const endpoint: EndpointRecord = contract[name];
    const param = Object.keys(endpoint.params?.shape ?? {})[0] as Param;
    const { statuses, bring } = nouns[param];
    for (const status of statuses) {
      const legal = endpoint.states?.includes(status) === true;
      it(`${name} is ${legal ? 'legal' : 'refused'} while ${status}`, async () => {
        const id = await (bring as (cast: Cast, status: string) => Promise<string>)(cast, status);
        const before = venue.stateHash();
        const reply = await call(endpoint, param, id);
        if (reply.status < 300) {
          expect(legal, `taken while ${status}`).to.equal(true);
          return;
        }
        const { code } = problemIn(reply);
        if (ofAnotherKind(name, status)) {
          expect(code).to.equal('not_found');
          return;
        }
        expect(outOfState.includes(code), `${code} while ${status}`).to.equal(!legal);
        expect(endpoint.rejections).to.include(code);
        expect(venue.stateHash(), 'nothing has changed').to.equal(before);
      });
    }
  }

  it('a document is removed once', async () => {
    const asked = {
      params: { documentId: await documentOf(cast) },
      body: { reason: 'A newer one is there' },
    };
    await cast.enzo.api.call('documents.remove', asked);
    expect(await cast.enzo.api.refusal('documents.remove', asked)).to.equal('illegal_state');
  });
  it('a payment is taken back once, and of an issue that has left none is declared', async () => {
    const { duty } = await dutiful(cast);
    const params = { listingId: duty, payment: 1 };
    await cast.enzo.api.call('duties.withdrawPayment', { params });
    expect(await cast.enzo.api.refusal('duties.withdrawPayment', { params })).to.equal('illegal_state');
    const gone = { listingId: await listingIn(cast, 'delisted') };
    const body = { on: dayAhead(cast, 60), words: 'Interest of the first half' };
    expect(await cast.enzo.api.refusal('duties.declarePayment', { params: gone, body })).to.equal(
      'illegal_state',
    );
  });
});
