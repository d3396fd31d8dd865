import type { Context, Decision, Needs } from '../core/index.ts';

/** Alerts of surveillance and the cases that operators make of them. */
export interface CasesState {
  readonly byId: Map<string, string>;
}
export const initialCases = (): CasesState => ({ byId: new Map() });

export type CasesCommand = never;
export type CasesEvent = never;
export const casesNeeds: Needs<CasesCommand> = {};

export const decideCases = (_view: unknown, command: CasesCommand, _ctx: Context): Decision<CasesEvent> =>
  command;

export const evolveCases = (_state: CasesState, event: CasesEvent): void => event;
