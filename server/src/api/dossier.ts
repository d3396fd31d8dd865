import type { ApiContext } from './context.ts';
import type { Handlers } from './handler.ts';

export const dossierHandlers = (_context: ApiContext): Handlers<never> => ({});
