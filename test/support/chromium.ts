import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/piazza');

/** A Chromium that can be launched on this machine. */
export interface Chromium {
  /** Undefined: let the launcher look for an installed Chrome. */
  readonly executablePath: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing the product shows may come from another host.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

// The package's own file looks in the folders of one cloud only.
const fontConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/**
 * Unpacks the browser of the package in a process of its own: it unpacks into the temporary folder, and brings its
 * libraries only where it believes itself on the machines of one cloud.
 */
async function unpack(packageEntry: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const stage = await mkdtemp(join(cache, 'unpacking-'));
  const program = `import(${JSON.stringify(pathToFileURL(packageEntry).href)}).then((c) => (c.default.default ?? c.default).executablePath())`;
  const env = { ...process.env, TMPDIR: stage, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  await promisify(execFile)(process.execPath, ['-e', program], { env });
  await rename(stage, folder).catch(async (error: unknown) => {
    // Another process was faster; its copy is as good.
    await rm(stage, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  });
}

/** The Chromium for tests: `CHROME_PATH`, else the one in the package, else (not Linux on x64) an installed Chrome. */
export async function findChromium(): Promise<Chromium> {
  const own = process.env['CHROME_PATH'];
  if (own !== undefined && own !== '') return { executablePath: own, env: environment(), args };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { executablePath: undefined, env: environment(), args };
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = await readFile(join(dirname(entry), '../../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(entry, folder);
  const fonts = join(folder, 'fonts');
  await writeFile(join(fonts, 'fonts.conf'), fontConfig(fonts));
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(
    (path) => path !== '',
  );
  const env = {
    ...environment(),
    LD_LIBRARY_PATH: libraries.join(':'),
    FONTCONFIG_PATH: fonts,
  };
  return { executablePath: join(folder, 'chromium'), env, args };
}
