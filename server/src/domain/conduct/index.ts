import type { Context, Decision, Needs } from '../core/index.ts';

/** How the venue itself behaves: complaints, conflicts of interest, fees. */
export interface ConductState {
  readonly byId: Map<string, string>;
}
export const initialConduct = (): ConductState => ({ byId: new Map() });

export type ConductCommand = never;
export type ConductEvent = never;
export const conductNeeds: Needs<ConductCommand> = {};

export const decideConduct = (
  _view: unknown,
  command: ConductCommand,
  _ctx: Context,
): Decision<ConductEvent> => command;

export const evolveConduct = (_state: ConductState, event: ConductEvent): void => event;
