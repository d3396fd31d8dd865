import { readFileSync } from 'node:fs';

/**
 * Milliseconds that this thread had of a core, where the system tells (Linux), else of the clock on the wall: on a machine
 * with other work to do, the share a program gets is chance. Collections in threads of their own count for nobody.
 */
export function busyMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
