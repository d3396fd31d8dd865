import { api, session } from '../../api/index.ts';

/** Ends the session on this device, even where the venue cannot be reached, and then at the venue. */
export async function signOut(): Promise<void> {
  session.end();
  await api('auth.logout').catch(() => undefined);
}
