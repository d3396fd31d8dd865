import type { ApiContext } from './context.ts';
import type { Handlers } from './handler.ts';

export const casesHandlers = (_context: ApiContext): Handlers<never> => ({});
