import { parseArgs } from 'node:util';
import { seeded } from '../random.ts';
import { powerCut } from './run.ts';

const { values } = parseArgs({ options: { images: { type: 'string' }, seed: { type: 'string' } } });
const images = Number(values.images ?? 200);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isSafeInteger(images) || images < 1 || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run power-cut -- [--images N] [--seed N]');
  process.exit(2);
}
console.log(`SEED=${seed}`);
const started = performance.now();
const progress = (done: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${images} images`);
};
const result = await powerCut({ images, random: seeded(seed), progress });
const { moments, inTime, acknowledged, trades, lostSectors, wrong } = result;
console.log(
  `${result.images} images of an interrupted append: ${moments.pages} while its pages were written, ${moments.meta} after.`,
);
console.log(
  `${moments['nothing written']} cuts before anything was written, ${inTime} after the append was confirmed.`,
);
console.log(
  `${acknowledged} records acknowledged, ${trades} trades among them, ${lostSectors} sectors lost, ${Math.round((performance.now() - started) / 1000)} s.`,
);
for (const what of wrong) console.error(what);
console.log(
  wrong.length === 0
    ? 'Nothing acknowledged was lost; every image opened, verified and went on.'
    : `${wrong.length} faults`,
);
process.exitCode = wrong.length === 0 && result.images === images ? 0 : 1;
