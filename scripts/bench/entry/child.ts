import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is measured is the build; only the benchmark itself is compiled on the way. */
const flags = ['--import', 'tsx/esm'];

/** A process of the benchmark that answers every message with one. */
export class Child {
  readonly #process: ChildProcess;

  constructor(program: string, args: readonly string[] = [], more: readonly string[] = []) {
    const path = fileURLToPath(new URL(program, import.meta.url));
    this.#process = fork(path, args, { execArgv: [...flags, ...more] });
  }

  /** What it says next. @throws Error when it ends instead */
  said<T>(): Promise<T> {
    return new Promise((said, fail) => {
      const ended = (code: number | null): void => fail(new Error(`a process ended with ${code}`));
      this.#process.once('exit', ended);
      this.#process.once('message', (message) => {
        this.#process.off('exit', ended);
        said(message as T);
      });
    });
  }

  ask<T>(message: string | object): Promise<T> {
    const answer = this.said<T>();
    this.#process.send(message);
    return answer;
  }

  /** Lets it close what it has open and waits for its end. */
  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.send('end');
    await gone;
  }

  /** Cuts the line to it and waits for its end. */
  async leave(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.disconnect();
    await gone;
  }

  kill(): void {
    this.#process.kill();
  }
}
