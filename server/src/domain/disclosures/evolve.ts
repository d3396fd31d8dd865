import type { DisclosureId, ListingId } from '@piazza/shared/values';
import { existing, Impossible } from '../core/index.ts';
import type { DisclosuresEvent } from './events.ts';
import type { Change, Defect, Disclosure, DisclosuresState, Question } from './state.ts';

function add(state: DisclosuresState, disclosure: Disclosure): void {
  state.disclosures.set(disclosure.id, disclosure);
  push(state.byListing, disclosure.listing, disclosure.id);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function found(state: DisclosuresState, id: DisclosureId): Change | Defect {
  const disclosure = existing(state.disclosures, id, 'disclosure');
  if (disclosure.kind === 'event') throw new Impossible(`${id} is an event, which nobody decides`);
  return disclosure;
}

type Begun = Extract<
  DisclosuresEvent,
  { kind: 'disclosures.filed' | 'disclosures.signalled' | 'disclosures.reported' }
>;
function begin(state: DisclosuresState, event: Begun): void {
  const { disclosure: id, listing } = event as { disclosure: DisclosureId; listing: ListingId };
  if (event.kind === 'disclosures.filed') {
    const { filing, offer } = event;
    const { words, by, at } = filing;
    add(state, { kind: 'change', id, listing, offer, words, by, at, status: 'filed', filing, decided: null });
    return;
  }
  const { words, by, at } = event;
  const common = { id, listing, words, by, at };
  if (event.kind === 'disclosures.reported') {
    const { occurredOn, late } = event;
    add(state, { kind: 'event', ...common, status: 'published', occurredOn, late });
    return;
  }
  const { offer, correctBy } = event;
  const open = { status: 'signalled' as const, suspendedUntil: null, filing: null, decided: null };
  add(state, { kind: 'defect', ...common, offer, correctBy, ...open });
}

type Moved = Exclude<
  Extract<DisclosuresEvent, { disclosure: DisclosureId }>,
  Begun | { kind: 'disclosures.cancelled' | 'disclosures.told' }
>;
function move(disclosure: Change | Defect, event: Moved): void {
  if (event.kind === 'disclosures.decided' || event.kind === 'disclosures.dismissed')
    disclosure.decided = event.decided;
  if (disclosure.kind === 'change') {
    if (event.kind === 'disclosures.withdrawn') disclosure.status = 'withdrawn';
    if (event.kind === 'disclosures.decided')
      disclosure.status = event.decided.accepted ? 'accepted' : 'refused';
    return;
  }
  switch (event.kind) {
    case 'disclosures.suspended':
      disclosure.status = 'suspended';
      disclosure.suspendedUntil = event.until;
      return;
    case 'disclosures.corrected':
      disclosure.filing = event.filing;
      return;
    case 'disclosures.withdrawn':
      disclosure.filing = null;
      return;
    case 'disclosures.dismissed':
      disclosure.status = 'dismissed';
      return;
    case 'disclosures.decided':
      if (event.decided.accepted) disclosure.status = 'corrected';
      else disclosure.filing = null;
  }
}

type Asked = Extract<DisclosuresEvent, { question: unknown }>;
function evolveQuestion(state: DisclosuresState, event: Asked): void {
  if (event.kind === 'disclosures.asked') {
    const { question: id, listing, offer, person, words, at } = event;
    const asked: Question = {
      id,
      listing,
      offer,
      person,
      words,
      at,
      status: 'waiting',
      answer: null,
      hidden: null,
    };
    state.questions.set(id, asked);
    push(state.questionsByOffer, offer, id);
    return;
  }
  const question = existing(state.questions, event.question, 'question');
  const { by, at } = event;
  if (event.kind === 'disclosures.released') question.status = 'released';
  else if (event.kind === 'disclosures.answered') {
    question.status = 'answered';
    question.answer = { words: event.words, by, at };
  } else {
    question.status = 'hidden';
    question.hidden = { words: event.words, by, at };
  }
}

export function evolveDisclosures(state: DisclosuresState, event: DisclosuresEvent): void {
  switch (event.kind) {
    case 'disclosures.filed':
    case 'disclosures.signalled':
    case 'disclosures.reported':
      return begin(state, event);
    case 'disclosures.asked':
    case 'disclosures.answered':
    case 'disclosures.released':
    case 'disclosures.hidden':
      return evolveQuestion(state, event);
    case 'disclosures.told':
      return;
    case 'disclosures.cancelled': {
      const disclosure = found(state, event.disclosure);
      if (disclosure.kind === 'defect') disclosure.status = 'cancelled';
      return;
    }
    default:
      return move(found(state, event.disclosure), event);
  }
}
