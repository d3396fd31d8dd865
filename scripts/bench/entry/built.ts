import type * as History from '../../../server/src/adapters/memory/history.ts';
import type * as Journal from '../../../server/src/adapters/memory/journal.ts';
import type * as Snapshots from '../../../server/src/adapters/memory/snapshots.ts';
import type * as Vault from '../../../server/src/adapters/memory/vault.ts';
import type * as Stores from '../../../server/src/adapters/open-stores.ts';
import type * as Compose from '../../../server/src/compose.ts';
import type * as Commands from '../../../server/src/api/order-commands.ts';
import type * as Form from '../../../server/src/api/order-form.ts';
import type * as Canonical from '../../../server/src/kernel/canonical.ts';
import type * as Config from '../../../server/src/config.ts';
import type * as Tokens from '../../../server/src/identity/access-tokens.ts';

/** A module of the server as it was built, which is what runs in earnest. */
const built = async <M>(path: string): Promise<M> =>
  (await import(new URL(`../../../server/dist/${path}.js`, import.meta.url).href)) as M;

export const { HistoryMedium, MemoryHistory } = await built<typeof History>('adapters/memory/history');
export const { JournalMedium, MemoryElection, MemoryHeadFile, MemoryJournal } =
  await built<typeof Journal>('adapters/memory/journal');
export const { MemorySnapshots, SnapshotMedium } = await built<typeof Snapshots>('adapters/memory/snapshots');
export const { MemoryVault, VaultMedium } = await built<typeof Vault>('adapters/memory/vault');
export const { openStores } = await built<typeof Stores>('adapters/open-stores');
export const { startVenue } = await built<typeof Compose>('compose');
export const { readConfig } = await built<typeof Config>('config');
export const { createAccessTokens } = await built<typeof Tokens>('identity/access-tokens');
export const { fingerprintOf } = await built<typeof Commands>('api/order-commands');
export const { quickCommand } = await built<typeof Form>('api/order-form');
export const { stateHash } = await built<typeof Canonical>('kernel/canonical');
