import { evolve, initialVenue, type VenueEvent, type VenueState } from '../domain/venue/index.ts';
import { foldKeys, initialKeys, type KeysState } from './keys.ts';
import type { JournalRecord } from './record.ts';

/** All that a replay of the journal gives back. */
export interface KernelState {
  readonly venue: VenueState;
  readonly keys: KeysState;
  readonly line: {
    /** Seq of the newest record folded in. */
    seq: number;
    /** Its stamp. */
    at: number;
    epoch: number;
  };
}

export const initialState = (): KernelState => ({
  venue: initialVenue(),
  keys: initialKeys(),
  line: { seq: 0, at: 0, epoch: 0 },
});

/** Called after each event has been folded, when the state is exactly what that event made of it. */
export type Observer = (state: VenueState, record: JournalRecord, index: number) => void;

/** Folds one record, event by event. The one way a state ever changes, live or in replay. */
export function foldRecord(state: KernelState, record: JournalRecord, observe?: Observer): void {
  const { events } = record;
  for (let index = 0; index < events.length; index += 1) {
    evolve(state.venue, events[index] as VenueEvent);
    observe?.(state.venue, record, index);
  }
  foldKeys(state.keys, record);
  state.line.seq = record.seq;
  state.line.at = record.at;
  if (record.command.kind === 'kernel.takeover') state.line.epoch = record.command.epoch;
}
