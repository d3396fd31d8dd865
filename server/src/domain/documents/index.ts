import type { Context, Decision, Needs } from '../core/index.ts';

/** Files of organisations and listings, by reference and hash; the bytes are sealed in the vault. */
export interface DocumentsState {
  readonly byId: Map<string, string>;
}
export const initialDocuments = (): DocumentsState => ({ byId: new Map() });

export type DocumentsCommand = never;
export type DocumentsEvent = never;
export const documentsNeeds: Needs<DocumentsCommand> = {};

export const decideDocuments = (
  _view: unknown,
  command: DocumentsCommand,
  _ctx: Context,
): Decision<DocumentsEvent> => command;

export const evolveDocuments = (_state: DocumentsState, event: DocumentsEvent): void => event;
