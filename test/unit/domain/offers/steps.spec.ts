import { expect } from 'chai';
import { evolve, type VenueEvent } from '../../../../server/src/domain/venue/index.ts';
import type { CommitmentStatus } from '../../../../server/src/domain/offers/index.ts';
import { cast, cmt, ofr, place } from '../../../support/domain-cast.ts';
import { does, funded, given, live } from '../../../support/given.ts';

type Target = Exclude<CommitmentStatus, 'pledged'>;
/** Every step a commitment may take; DOMAIN §5 and §7. */
const legal: Readonly<Record<CommitmentStatus, readonly Target[]>> = {
  pledged: ['charging', 'captured', 'capture_failed', 'revoked', 'released'],
  charging: ['captured', 'capture_failed', 'revoked', 'released'],
  capture_failed: ['captured', 'lapsed', 'revoked', 'released'],
  captured: ['allotted', 'revoked', 'released', 'lapsed'],
  allotted: ['settled', 'released', 'lapsed'],
  settled: [],
  revoked: [],
  lapsed: [],
  released: [],
};
const targets: readonly Target[] = [
  'charging',
  'captured',
  'capture_failed',
  'revoked',
  'released',
  'lapsed',
  'allotted',
  'settled',
];
const path: Readonly<Record<CommitmentStatus, readonly Target[]>> = {
  pledged: [],
  charging: ['charging'],
  captured: ['captured'],
  capture_failed: ['capture_failed'],
  allotted: ['captured', 'allotted'],
  settled: ['captured', 'allotted', 'settled'],
  revoked: ['revoked'],
  lapsed: ['capture_failed', 'lapsed'],
  released: ['released'],
};

describe('the steps of a commitment', () => {
  for (const from of Object.keys(legal) as CommitmentStatus[]) {
    for (const to of targets) {
      const allowed = legal[from].includes(to);
      it(`${from} → ${to} ${allowed ? 'is taken' : 'is a bug'}`, () => {
        const { venue } = given(funded(200_000), live(), does(cast.ines, place(20)));
        const goes = (step: Target): void => {
          const at = venue.now;
          const event: VenueEvent =
            step === 'allotted'
              ? {
                  kind: 'offers.allotted',
                  offer: ofr(1),
                  tiers: [],
                  allocations: [[cmt(1), 'retail', 10]],
                  at,
                }
              : { kind: 'commitments.moved', commitment: cmt(1), to: step, at };
          evolve(venue.state, event);
        };
        path[from].forEach(goes);
        if (!allowed) {
          expect(() => goes(to)).to.throw(`cmt_1 cannot go from ${from} to ${to}`);
          return;
        }
        goes(to);
        const commitment = venue.state.offers.commitments.get(cmt(1))!;
        expect(commitment.timeline.map(({ step }) => step)).to.deep.equal(['pledged', ...path[from], to]);
      });
    }
  }
  it('of nobody, or in no offer, are bugs', () => {
    const { venue } = given(live());
    const at = venue.now;
    const events: readonly VenueEvent[] = [
      { kind: 'commitments.moved', commitment: cmt(1), to: 'captured', at },
      { kind: 'offers.opened', offer: ofr(9) },
      { kind: 'offers.allotted', offer: ofr(9), tiers: [], allocations: [], at },
      { kind: 'offers.allotted', offer: ofr(1), tiers: [], allocations: [[cmt(9), 'retail', 10]], at },
    ];
    for (const event of events) expect(() => evolve(venue.state, event)).to.throw('does not exist');
  });
});
