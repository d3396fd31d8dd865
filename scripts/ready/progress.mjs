const tty = process.stdout.isTTY;
const colours = tty && !process.env.NO_COLOR;

const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** A step that could not be done, with what its program printed. */
export class StepFailed extends Error {
  name = 'StepFailed';

  constructor(title, output) {
    super(`${title} failed`);
    this.output = output;
  }
}

/**
 * Does one step under a line of its own: what it is, then how long it took; on a terminal the seconds count.
 * @param {string} title
 * @param {() => Promise<{ code: number, output: string }>} work
 * @throws {StepFailed} when the work ends with a code other than 0
 */
export async function step(title, work) {
  const begin = Date.now();
  const counting =
    tty && setInterval(() => process.stdout.write(`\r${title} … ${dim(seconds(Date.now() - begin))} `), 500);
  process.stdout.write(`${title} … `);
  const { code, output } = await work();
  clearInterval(counting);
  if (tty) process.stdout.write(`\r\u001b[K${title} … `);
  console.log(`${code === 0 ? 'done' : red('failed')} in ${seconds(Date.now() - begin)}`);
  if (code !== 0) throw new StepFailed(title, output);
}

/** Tells what failed and ends the process with code 1. */
export function giveUp(error) {
  if (error instanceof StepFailed) console.error(`\n${error.output.trimEnd()}\n\n${error.message}.`);
  else console.error(error);
  process.exit(1);
}
