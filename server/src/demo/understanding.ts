import { millis, type OfferId, type PersonId } from '@piazza/shared/values';
import { proofOf, warningThreshold } from '../domain/protection/index.ts';
import { settingOf } from '../domain/settings/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { Exchange } from '../kernel/exchange.ts';

interface Parts {
  readonly exchange: Pick<Exchange, 'command' | 'peek' | 'now'>;
}

/** Whether a commitment of so many units asks the person for a proof of understanding that is not there. */
function isAsked(state: VenueState, person: PersonId, offer: OfferId, units: number, now: number): boolean {
  const found = state.offers.offers.get(offer);
  if (found === undefined || state.people.people.get(person)?.investorClass !== 'non_sophisticated')
    return false;
  const [own, at] = [state.protection.people.get(person), millis(now)];
  const above =
    found.terms.price * units > warningThreshold(own, at, settingOf(state, 'warningThresholdCents'));
  return above && proofOf(own, offer, at) === null;
}

async function prove({ exchange }: Parts, person: PersonId, offer: OfferId): Promise<void> {
  await exchange.command({ kind: 'protection.drawUnderstanding', offer }, person);
  const question = exchange.peek(({ protection }) => protection.people.get(person)?.understanding?.question);
  if (question === undefined) throw new Error(`nothing was asked of ${person}`);
  const answer = question.order.indexOf(0);
  await exchange.command(
    { kind: 'protection.answerUnderstanding', offer, question: question.id, answer },
    person,
  );
}

/**
 * Answers rightly what is asked before a commitment of so many units, by the commands of the investor; null where nothing
 * is asked.
 */
export const proveUnderstanding = (
  parts: Parts,
  person: PersonId,
  offer: OfferId,
  units: number,
): Promise<void> | null =>
  parts.exchange.peek((state) => isAsked(state, person, offer, units, parts.exchange.now()))
    ? prove(parts, person, offer)
    : null;
