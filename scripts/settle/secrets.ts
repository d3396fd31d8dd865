import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where below a folder these words stand, as they are, in whatever kind of file. */
export async function findSecrets(folder: string, secrets: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    for (const secret of secrets)
      if (bytes.includes(secret)) found.push(`${path} holds ${secret.slice(0, 8)}…`);
  }
  return found;
}
