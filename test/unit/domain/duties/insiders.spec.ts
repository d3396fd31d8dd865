import { policy } from '@piazza/shared/policy';
import { dayOf, dayOfDate } from '@piazza/shared/calendar';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { declareBy } from '../../../../server/src/domain/duties/index.ts';
import { insidersOf, isInsider, listOf, managerOf } from '../../../../server/src/domain/insiders/index.ts';
import { cast, lst, orgOf } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { does, given, inTurn } from '../../../support/given.ts';
import { declare, enter, entered, issueOf, owed } from '../../../support/owing.ts';

const { duties } = policy;

describe('DUT-7: the insider list', () => {
  it('is written by the issuer, in dates that run forward', () => {
    given(owed)
      .when(cast.enzo, enter({ listing: lst(9) }))
      .refuses('not_found');
    given(owed)
      .when(cast.enzo, enter({ entry: 1 }))
      .refuses('not_found');
    given(owed).when(cast.elsa, enter()).refuses('not_allowed');
    given(owed).when(cast.olga, enter()).refuses('not_allowed');
    given(owed)
      .when(cast.enzo, enter({ until: beginning }))
      .refuses('insider_dates_invalid');
    given(owed)
      .when(cast.enzo, enter({ until: millis(beginning + 1) }))
      .accepts();
  });
  it('has so many entries; what an entry says from now on takes no further one', () => {
    const full = inTurn(owed, ...Array.from({ length: duties.insidersMost }, () => entered(null)));
    given(full).when(cast.enzo, enter()).refuses('insider_list_full', { most: duties.insidersMost });
    given(full)
      .when(cast.enzo, enter({ entry: duties.insidersMost }))
      .accepts();
  });
  it('keeps every version, with who wrote it and when', () => {
    const { state } = given(owed, entered())
      .when(cast.enzo, enter({ entry: 1, manager: false }))
      .accepts();
    const [one] = listOf(state.duties.insiders, lst(1));
    expect(one?.versions.map(({ manager, by }) => [manager, by])).to.deep.equal([
      [true, cast.enzo],
      [false, cast.enzo],
    ]);
    expect(one?.manager).to.equal(false);
  });
  it('names who is an insider, from the first instant to before the last, and who acts for the issuer', () => {
    const until = millis(beginning + 5 * day);
    const { state } = given(owed, does(cast.enzo, enter({ until }))).venue;
    const of = { listing: lst(1), organisation: orgOf.enzo };
    for (const [at, inside] of [
      [beginning - 1, false],
      [beginning, true],
      [until - 1, true],
      [until, false],
    ] as const) {
      expect(isInsider(state, of, cast.ines, millis(at))).to.equal(inside);
      expect(managerOf(state, lst(1), cast.ines, millis(at)) !== undefined).to.equal(inside);
      expect(insidersOf(state, lst(1), orgOf.enzo, millis(at)).includes(cast.ines)).to.equal(inside);
    }
    expect(isInsider(state, of, cast.enzo, beginning)).to.equal(true);
    expect(isInsider(state, of, cast.ivo, beginning)).to.equal(false);
  });
});

describe('DUT-8: a manager’s trade that is declared by hand', () => {
  const listed = inTurn(owed, entered());
  const today = dayOf(beginning);
  it('is one of a manager on the list, by the manager or the issuer', () => {
    given(owed).when(cast.enzo, declare()).refuses('not_found');
    given(listed)
      .when(cast.enzo, declare({ listing: lst(9) }))
      .refuses('not_found');
    given(listed).when(cast.ivo, declare()).refuses('not_allowed');
    given(listed).when(cast.elsa, declare()).refuses('not_allowed');
    given(owed, entered(cast.ines, false)).when(cast.ines, declare()).refuses('not_a_manager');
    for (const who of [cast.ines, cast.enzo]) given(listed).when(who, declare()).accepts();
  });
  it('happened since the funding, and not tomorrow', () => {
    given(listed)
      .when(cast.ines, declare({ day: today - 1 }))
      .refuses('trade_day_invalid');
    given(listed)
      .when(cast.ines, declare({ day: today }))
      .accepts();
    given(listed)
      .when(cast.ines, declare({ day: today + 1 }))
      .refuses('trade_day_invalid');
  });
  it('counts into the calendar year of its day', () => {
    const twice = inTurn(listed, does(cast.ines, declare(), declare({ quantity: 5 })));
    expect(issueOf(given(twice).venue).trades.map(({ yearCents }) => yearCents)).to.deep.equal([
      10_000, 15_000,
    ]);
  });
  it('has three business days: weekends and holidays of the exchange do not count', () => {
    // Thursday 2 April 2026: Good Friday and Easter Monday are no trading days.
    const before = dayOfDate(2026, 4, 2);
    expect(declareBy(before)).to.equal(dayOfDate(2026, 4, 9));
    expect(declareBy(dayOfDate(2026, 3, 6))).to.equal(dayOfDate(2026, 3, 11));
  });
});
