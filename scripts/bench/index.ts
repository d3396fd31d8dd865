/**
 * `npm run bench [-- NAME…] [--option value…]`: runs the named benchmarks, or all of them, one after the other. Each
 * prints its figures beside what is wanted; the exit code is 1 when something wanted does not hold.
 */
type Bench = (options: readonly string[]) => boolean | Promise<boolean>;

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  book: async () => (await import('./book/index.ts')).benchBook,
  core: async () => (await import('./core/index.ts')).benchCore,
  screen: async () => (await import('./screen/index.ts')).benchScreen,
  uncross: async () => (await import('./uncross/index.ts')).benchUncross,
  entry: async () => (await import('./entry/index.ts')).benchEntry,
  feed: async () => (await import('./feed/index.ts')).benchFeed,
  restart: async () => (await import('./restart/index.ts')).benchRestart,
};

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('-'));
const names = firstOption === -1 ? words : words.slice(0, firstOption);
const options = words.slice(names.length);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, load] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n== ${name}`);
  const bench = await load();
  if (!(await bench(options))) process.exitCode = 1;
}
