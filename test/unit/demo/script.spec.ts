import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { StoryClock } from '../../../server/src/demo/clock.ts';
import { Script } from '../../../server/src/demo/script.ts';

const noTimers = (): boolean => false;

/** A script whose steps note when they begin and end, and what the clock said. */
function noted() {
  const script = new Script();
  const clock = new StoryClock(0, { now: () => 1_000_000 });
  const notes: string[] = [];
  const step =
    (name: string, ms = 0) =>
    async (): Promise<void> => {
      notes.push(`${name} at ${clock.now()}`);
      await pause(ms);
      notes.push(`${name} done`);
    };
  return { script, clock, notes, step };
}

describe("the story's clock", () => {
  it('goes on and never back, until it hands over to real time', () => {
    const clock = new StoryClock(100, { now: () => 5_000 });
    expect(clock.now()).to.equal(100);
    clock.moveTo(300);
    clock.moveTo(200);
    expect(clock.now()).to.equal(300);
    clock.handOver();
    clock.moveTo(9_000);
    expect(clock.now()).to.equal(5_000);
  });
});

describe('the script', () => {
  it('plays steps by time, whatever their order, and equal times in the order given', async () => {
    const { script, clock, notes, step } = noted();
    script.add(30, step('c'));
    script.add(10, step('a'));
    script.add(20, step('b'));
    script.add(20, step('b2'));
    await script.play(clock, noTimers, () => undefined);
    expect(notes.filter((note) => note.includes(' at '))).to.deep.equal([
      'a at 10',
      'b at 20',
      'b2 at 20',
      'c at 30',
    ]);
    expect(notes[1]).to.equal('a done');
  });

  it('lets steps beside one another begin at their own times before the first has ended', async () => {
    const { script, clock, notes, step } = noted();
    script.addBeside(10, 'ada', step('a', 20));
    script.addBeside(20, 'bea', step('b', 5));
    script.add(30, step('c'));
    await script.play(clock, noTimers, () => undefined);
    expect(notes).to.deep.equal(['a at 10', 'b at 20', 'b done', 'a done', 'c at 30', 'c done']);
  });

  it('lets a timer of the venue go first: what is under way ends before, what follows waits', async () => {
    const { script, clock, notes, step } = noted();
    script.addBeside(10, 'ada', step('a', 10));
    script.addBeside(20, 'bea', step('b', 10));
    script.addBeside(30, 'cleo', step('c'));
    await script.play(
      clock,
      (at) => at === 20,
      () => undefined,
    );
    expect(notes).to.deep.equal(['a at 10', 'a done', 'b at 20', 'b done', 'c at 30', 'c done']);
  });

  it('lets nobody do two things at once: what they do may build on what they did', async () => {
    const { script, clock, notes, step } = noted();
    script.addBeside(10, 'ada', step('a', 10));
    script.addBeside(20, 'bea', step('b', 30));
    script.addBeside(30, 'ada', step('a again'));
    await script.play(clock, noTimers, () => undefined);
    expect(notes).to.deep.equal(['a at 10', 'b at 20', 'a done', 'b done', 'a again at 30', 'a again done']);
  });

  it('tells how far it is, and ends with all', async () => {
    const { script, clock, step } = noted();
    for (let at = 0; at < 200; at += 1) script.addBeside(at, `person ${at}`, step(String(at)));
    const told: number[] = [];
    await script.play(clock, noTimers, (done) => told.push(done));
    expect(told).to.deep.equal([...told].toSorted((a, b) => a - b));
    expect(told.at(-1)).to.equal(200);
    expect(told.length).to.be.at.least(3);
  });

  it('ends with the first step that fails', async () => {
    const { script, clock, notes, step } = noted();
    script.add(10, step('a'));
    script.add(20, () => Promise.reject(new Error('refused')));
    script.add(30, step('c'));
    const outcome = await script
      .play(clock, noTimers, () => undefined)
      .catch((error: unknown) => String(error));
    expect(outcome).to.equal('Error: refused');
    expect(notes).to.deep.equal(['a at 10', 'a done']);
  });
});
