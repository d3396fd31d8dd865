/** Runs the tests of a mutated checkout once for each mutant it is told of, and tells which the tests noticed. */
import Mocha from 'mocha';

interface Job {
  readonly specs: readonly string[];
}
type Answer =
  | { readonly kind: 'ready'; readonly failure: string | undefined; readonly reached: readonly number[] }
  | { readonly kind: 'done'; readonly id: number; readonly noticed: boolean };

const scope = globalThis as typeof globalThis & { __mutant: (id: number) => boolean };
let awake = -1;
let reached = new Set<number>();
scope.__mutant = (id) => {
  reached.add(id);
  return id === awake;
};

const tell = (answer: Answer): void => void process.send?.(answer);

async function load({ specs }: Job): Promise<Mocha> {
  const mocha = new Mocha({ bail: true, timeout: 20_000, reporter: Mocha.reporters.Base });
  for (const spec of specs) mocha.addFile(spec);
  await mocha.loadFilesAsync();
  return mocha.cleanReferencesAfterRun(false);
}

/** The first test that failed, and why; undefined when none did. */
const failureOf = (mocha: Mocha): Promise<string | undefined> =>
  new Promise((resolve) => {
    let failure: string | undefined;
    const runner = mocha.run(() => resolve(failure));
    runner.once('fail', (test, error: Error) => {
      failure = `${test.fullTitle()}: ${error.message}`;
    });
  });

const mocha = await load(JSON.parse(process.argv[2] ?? '{}') as Job);
// What runs only while the files are loaded cannot be woken any more.
reached = new Set();
const failure = await failureOf(mocha);
tell({ kind: 'ready', failure, reached: [...reached] });

process.on('message', (id: number) => {
  awake = id;
  void failureOf(mocha).then((noticed) => {
    awake = -1;
    tell({ kind: 'done', id, noticed: noticed !== undefined });
  });
});
process.on('disconnect', () => process.exit());
