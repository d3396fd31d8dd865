import { policy } from '@piazza/shared/policy';
import { millis } from '@piazza/shared/values';
import type { Acknowledgements } from '../../../../server/src/domain/offers/index.ts';
import { cast, lst, ofr, orgOf, place } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { funded, given, live } from '../../../support/given.ts';
import { understood } from '../../../support/understood.ts';

const threshold = policy.warningThresholdCents;
/** No admitted price makes an amount one cent above €1,000, so this offer sells units of one cent. */
function offerOfCents(venue: DomainVenue): void {
  venue.fold(
    {
      kind: 'offers.created',
      offer: ofr(1),
      listing: lst(1),
      organisation: orgOf.enzo,
      terms: {
        price: 1,
        lot: 1,
        softCap: 1,
        hardCap: 1_000_000,
        minimumTicket: 1,
        opensAt: null,
        closesAt: beginning + 30 * day,
        reserves: { community: 0, retail: 0, institutional: 0 },
      },
      opensAt: beginning,
      closesAt: millis(beginning + 30 * day),
    },
    { kind: 'offers.opened', offer: ofr(1) },
  );
}
const nothing: Acknowledgements = {
  riskWarning: false,
  reflectionNotice: false,
  aboveThreshold: false,
};
const shown = { ...nothing, riskWarning: true, reflectionNotice: true };

describe('the protection of investors (OFR-3)', () => {
  const commits = (cents: number, given_: Acknowledgements, who = cast.ines) =>
    given(funded(1_000_000), offerOfCents).when(who, place(cents, ofr(1), given_));

  it('at exactly €1,000 the warning and the notice are enough', () => {
    commits(threshold, shown).accepts();
  });
  it('one cent above asks for explicit consent: warning_not_acknowledged', () => {
    commits(threshold + 1, shown).refuses('warning_not_acknowledged', { thresholdCents: threshold });
  });
  it('one cent above, without a right answer, is refused: understanding_not_proved', () => {
    commits(threshold + 1, { ...shown, aboveThreshold: true }).refuses('understanding_not_proved');
  });
  it('one cent above, with consent and a right answer, is accepted', () => {
    given(funded(1_000_000), offerOfCents, understood(cast.ines))
      .when(cast.ines, place(threshold + 1, ofr(1), { ...shown, aboveThreshold: true }))
      .accepts();
  });
  for (const name of ['riskWarning', 'reflectionNotice'] as const) {
    it(`one cent without ${name} is refused: warning_not_acknowledged`, () => {
      commits(1, { ...shown, [name]: false }).refuses('warning_not_acknowledged');
    });
  }
  it('asks nothing of a sophisticated investor, whatever the amount', () => {
    commits(threshold + 1, nothing, cast.sofia).accepts();
  });
  it('asks it of every other tier: an institution is not sophisticated by itself', () => {
    given(funded(1_000_000), live())
      .when(cast.caio, place(20, ofr(1), nothing))
      .refuses('warning_not_acknowledged');
  });
});
