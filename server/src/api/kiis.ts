import type { ApiContext } from './context.ts';
import type { Handlers } from './handler.ts';

export const kiisHandlers = (_context: ApiContext): Handlers<never> => ({});
