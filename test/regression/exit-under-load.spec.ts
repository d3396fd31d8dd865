import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Promptness } from '../support/promptness.ts';
import { longMs } from '../support/wait.ts';

const program = fileURLToPath(new URL('../support/busy-exit.ts', import.meta.url));
const node = ['--conditions=piazza-source', '--import', 'tsx/esm', program];

/** How a process that leaves in the middle of its writes ends, and how long that takes. */
async function leaves(
  dataDir: string,
): Promise<{ readonly how: number | string | null; readonly tookMs: number }> {
  const child = spawn(process.execPath, [...node, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let leftAt = 0;
  let hanging: NodeJS.Timeout | undefined;
  child.stdout.on('data', () => {
    leftAt = performance.now();
    hanging = setTimeout(() => child.kill('SIGKILL'), longMs);
  });
  const how = await new Promise<number | string | null>((ended) => {
    child.once('exit', (code, signal) => ended(signal ?? code));
  });
  clearTimeout(hanging);
  return { how, tookMs: performance.now() - leftAt };
}

describe('JNL-2: a process that stops in the middle of its writes', () => {
  it('ends within a second with its code, and does not keep the lock of a store', async () => {
    const promptness = new Promptness('JNL-2: the process ends within a second');
    const dataDir = await mkdtemp(join(tmpdir(), 'piazza-exit-'));
    for (let time = 0; time < 6; time += 1) {
      const { how, tookMs } = await leaves(dataDir);
      expect(how).to.equal(70);
      promptness.note(`time ${time + 1}`, tookMs);
    }
    promptness.judge(1_000);
    await rm(dataDir, { recursive: true });
  });
});
