import type { Context, Decision, Needs } from '../core/index.ts';

/** What keeps investors safe: identity, knowledge test, simulated loss, class and its thresholds. */
export interface ProtectionState {
  readonly byId: Map<string, string>;
}
export const initialProtection = (): ProtectionState => ({ byId: new Map() });

export type ProtectionCommand = never;
export type ProtectionEvent = never;
export const protectionNeeds: Needs<ProtectionCommand> = {};

export const decideProtection = (
  _view: unknown,
  command: ProtectionCommand,
  _ctx: Context,
): Decision<ProtectionEvent> => command;

export const evolveProtection = (_state: ProtectionState, event: ProtectionEvent): void => event;
