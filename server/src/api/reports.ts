import type { ApiContext } from './context.ts';
import type { Handlers } from './handler.ts';

export const reportsHandlers = (_context: ApiContext): Handlers<never> => ({});
