import { api, session } from '../../api/index.ts';

/** Ends the session at the venue and on this device; on this device even where the venue cannot be reached. */
export async function signOut(): Promise<void> {
  await api('auth.logout').catch(() => undefined);
  session.end();
}
