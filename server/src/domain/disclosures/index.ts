import type { Context, Decision, Needs } from '../core/index.ts';

/** What issuers must tell: material changes, defects and their correction, questions and answers. */
export interface DisclosuresState {
  readonly byId: Map<string, string>;
}
export const initialDisclosures = (): DisclosuresState => ({ byId: new Map() });

export type DisclosuresCommand = never;
export type DisclosuresEvent = never;
export const disclosuresNeeds: Needs<DisclosuresCommand> = {};

export const decideDisclosures = (
  _view: unknown,
  command: DisclosuresCommand,
  _ctx: Context,
): Decision<DisclosuresEvent> => command;

export const evolveDisclosures = (_state: DisclosuresState, event: DisclosuresEvent): void => event;
