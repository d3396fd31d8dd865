import type { ApiContext } from './context.ts';
import type { Handlers } from './handler.ts';

export const disclosuresHandlers = (_context: ApiContext): Handlers<never> => ({});
