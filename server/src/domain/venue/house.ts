import { policy, type VenueMode } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { accept, refuse, type Decision, type Sealed } from '../core/index.ts';
import type { HouseState } from './state.ts';

export type HouseCommand =
  | { readonly kind: 'venue.open'; readonly mode: VenueMode }
  | { readonly kind: 'venue.advanceClock'; readonly byMs: number; readonly reason: Sealed };

export type HouseEvent =
  | { readonly kind: 'venue.opened'; readonly mode: VenueMode }
  | { readonly kind: 'venue.clock_advanced'; readonly byMs: number; readonly reason: Sealed };

/**
 * Opening in a mode (once: play money and real money never share a journal), and moving the clock of a simulation.
 * Precedence: illegal_state, simulation_only, clock_out_of_range.
 */
export function decideHouse(state: HouseState, command: HouseCommand): Decision<HouseEvent> {
  if (command.kind === 'venue.open') {
    if (state.mode === command.mode) return accept([]);
    if (state.mode !== null) return refuse(reject('illegal_state', { status: state.mode }));
    return accept([{ kind: 'venue.opened', mode: command.mode }]);
  }
  if (state.mode !== 'SIMULATION') return refuse(reject('simulation_only'));
  const { byMs, reason } = command;
  if (!Number.isSafeInteger(byMs) || byMs < 1 || byMs > policy.clockJumpMaxMs) {
    return refuse(reject('clock_out_of_range', { mostMs: policy.clockJumpMaxMs }));
  }
  return accept([{ kind: 'venue.clock_advanced', byMs, reason }]);
}

export function evolveHouse(state: HouseState, event: HouseEvent): void {
  if (event.kind === 'venue.opened') state.mode = event.mode;
  else state.clockOffsetMs += event.byMs;
}
