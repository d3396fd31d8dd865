import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, millis } from '@piazza/shared/values';
import { expect } from 'chai';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, lst, ofr, why } from '../../../support/domain-cast.ts';
import { does, given, inTurn, offerIn } from '../../../support/given.ts';

describe('DSC-5 and DSC-6: events and questions', () => {
  const report = (occurredOn: string): VenueCommand => ({
    kind: 'disclosures.report',
    listing: lst(1),
    words: why,
    occurredOn,
  });
  it('an event is late from the end of the seventh day after it', () => {
    const { venue } = given(offerIn('funded'));
    const today = new Date(venue.now + 3_600_000).toISOString().slice(0, 10);
    const noon = Date.parse(`${today}T12:00:00Z`);
    const deadline = endOfRomeDay(millis(noon), policy.eventDisclosureDays);
    const lateAt = (at: number): boolean => {
      const one = given(offerIn('funded'), (started) => started.passTo(at));
      const accepted = one.when(cast.enzo, report(today)).accepts();
      const found = [...accepted.state.disclosures.disclosures.values()].at(-1);
      return found?.kind === 'event' && found.late;
    };
    expect([lateAt(deadline - 1), lateAt(deadline)]).to.deep.equal([false, true]);
    given(offerIn('open')).when(cast.enzo, report(today)).refuses('illegal_state');
    given(offerIn('funded')).when(cast.elsa, report(today)).refuses('not_allowed');
    given(offerIn('funded')).when(cast.enzo, report('2099-01-01')).refuses('event_in_future');
  });

  const ask: VenueCommand = { kind: 'disclosures.ask', offer: ofr(1), words: why };
  const answer: VenueCommand = { kind: 'disclosures.answer', question: 'qst_1' as never, words: why };
  const hide: VenueCommand = { kind: 'disclosures.hide', question: 'qst_1' as never, words: why };
  const release: VenueCommand = { kind: 'disclosures.release', question: 'qst_1' as never };
  const asked = inTurn(offerIn('open'), does(cast.ines, ask));
  it('a question is answered once, by the issuer; hidden once, by an operator', () => {
    given(asked).when(cast.elsa, answer).refuses('not_allowed');
    given(asked, does(cast.enzo, answer)).when(cast.enzo, answer).refuses('already_answered');
    given(asked, does(cast.olga, release)).when(cast.olga, release).refuses('already_answered');
    given(asked, does(cast.olga, release)).when(cast.enzo, answer).accepts();
    given(asked, does(cast.enzo, answer), does(cast.olga, hide))
      .when(cast.olga, hide)
      .refuses('already_answered');
    given(asked, does(cast.olga, hide)).when(cast.enzo, answer).refuses('already_answered');
    given(offerIn('funded')).when(cast.ines, ask).refuses('offer_over');
  });
  it('no more than so many wait, and no more than so many are asked', () => {
    const waiting = Array.from({ length: policy.questionsWaiting }, () => does(cast.ines, ask));
    given(offerIn('open'), ...waiting.slice(1))
      .when(cast.ines, ask)
      .accepts();
    given(offerIn('open'), ...waiting)
      .when(cast.ines, ask)
      .refuses('too_many_questions');
    given(offerIn('open'), ...waiting)
      .when(cast.ivo, ask)
      .accepts();
  });
});
