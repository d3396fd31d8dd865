import type { Context, Decision, Needs } from '../core/index.ts';

/** Ongoing duties of an issue: reports and their dates, insiders, managers’ trades, closed periods. */
export interface DutiesState {
  readonly byId: Map<string, string>;
}
export const initialDuties = (): DutiesState => ({ byId: new Map() });

export type DutiesCommand = never;
export type DutiesEvent = never;
export const dutiesNeeds: Needs<DutiesCommand> = {};

export const decideDuties = (_view: unknown, command: DutiesCommand, _ctx: Context): Decision<DutiesEvent> =>
  command;

export const evolveDuties = (_state: DutiesState, event: DutiesEvent): void => event;
