import { config } from 'zod';

// Zod compiles its checks with `new Function`, which a strict content security policy forbids and reports. This has
// to be said before the first schema is made, so main.tsx imports this module before anything else.
export const parsing = config({ jitless: true });
