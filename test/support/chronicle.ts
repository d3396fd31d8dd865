import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { screensFolder, type Visitor } from './browser.ts';
import { fairMs, slowness } from './promptness.ts';

declare global {
  /** When the reader last pressed something, UTC ms. */
  var lastPress: number;
  /** When the venue first answered after that, UTC ms. */
  var lastAnswer: number | undefined;
}

/** What an onlooker is to see of an act, on a page nobody touches. */
export type Sight = readonly [onlooker: Visitor, thing: Locator];

interface Line {
  readonly act: string;
  readonly onlooker: string;
  /** From the venue's answer to the act, and from the press that began it. */
  readonly answerMs: number;
  readonly pressMs: number;
  /** Of the machine, when it was seen. */
  readonly slowness: number;
}

/** Told to a page before it loads: notes each press of a button or key, and the first answer to a command after it. */
const noteActs = () => {
  for (const kind of ['click', 'keydown'])
    document.addEventListener(
      kind,
      () => {
        globalThis.lastPress = Date.now();
        globalThis.lastAnswer = undefined;
      },
      { capture: true },
    );
  const answered = () => (globalThis.lastAnswer ??= Date.now());
  const { fetch } = globalThis;
  globalThis.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    if (asked[1]?.method !== 'GET') answered();
    return answer;
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // How an acknowledgement begins: a message of engine.io, an ack of socket.io.
      this.addEventListener('message', ({ data }) => String(data).startsWith('43') && answered());
    }
  };
};

/** How long each act of a story took to reach the others. */
export class Chronicle {
  readonly #lines: Line[] = [];
  #shots = 0;

  /** Every visitor whose presses count must be introduced before their first page loads. */
  async introduce(visitor: Visitor): Promise<void> {
    await visitor.context.addInitScript(noteActs);
  }

  /**
   * Lets somebody act, and waits until everybody sees what they are to see.
   * @throws AssertionError when something was there before the act
   */
  async act(
    name: string,
    actor: Visitor,
    press: () => Promise<unknown>,
    sights: readonly Sight[],
  ): Promise<void> {
    for (const [onlooker, thing] of sights)
      expect(await thing.first().isVisible(), `${onlooker.name} saw it before: ${name}`).to.equal(false);
    const seen = sights.map(async ([onlooker, thing]) => {
      await thing
        .first()
        .waitFor()
        .catch((error: Error) => {
          throw new Error(`${onlooker.name} does not see: ${name}\n${error.message}`);
        });
      return { onlooker: onlooker.name, at: Date.now() };
    });
    const [, ...all] = await Promise.all([press(), ...seen]);
    // The others may have seen it before the answer came back.
    await actor.page
      .waitForFunction(() => globalThis.lastAnswer !== undefined)
      .catch((error: Error) => {
        throw new Error(`the venue did not answer: ${name}\n${error.message}`);
      });
    const { pressed, answer } = await actor.page.evaluate(() => {
      return { pressed: globalThis.lastPress, answer: globalThis.lastAnswer ?? 0 };
    });
    const slow = slowness();
    for (const { onlooker, at } of all)
      this.#lines.push({ act: name, onlooker, answerMs: at - answer, pressMs: at - pressed, slowness: slow });
  }

  /** Keeps what several people see now, under the next number of the story. */
  async show(story: string, step: string, ...visitors: readonly Visitor[]): Promise<void> {
    this.#shots += 1;
    const number = String(this.#shots).padStart(2, '0');
    for (const { name, screenshot } of visitors)
      await screenshot(`${story}/${number}-${step}-${name.toLowerCase()}`, { fullPage: false });
  }

  /** The slowest first; also written beside the screenshots. */
  async table(story: string): Promise<string> {
    const row = (act: string, onlooker: string, answer: string, press: string): string =>
      `  ${act.padEnd(20)}${onlooker.padEnd(10)}${answer.padStart(14)}${press.padStart(14)}`;
    const text = [
      row('act', 'seen by', 'after answer', 'after press'),
      ...this.#lines
        .toSorted((a, b) => b.answerMs - a.answerMs)
        .map(({ act, onlooker, answerMs, pressMs }) => row(act, onlooker, `${answerMs} ms`, `${pressMs} ms`)),
    ].join('\n');
    await writeFile(join(screensFolder, story, 'latencies.txt'), `${text}\n`);
    return text;
  }

  /** What it takes to reach somebody once the venue has answered, as on a machine that has nothing else to do, ms. */
  get fairMs(): number {
    return fairMs(this.#lines.map(({ answerMs, slowness: slow }) => ({ ms: answerMs, slowness: slow })));
  }
}
