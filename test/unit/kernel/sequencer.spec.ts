import { expect } from 'chai';
import { policy } from '@piazza/shared/policy';
import { endOfRomeDay } from '@piazza/shared/values';
import type { Refusal } from '../../../server/src/kernel/exchange.ts';
import { FaultyJournal } from '../../support/faulty-journal.ts';
import { TestClock } from '../../support/clock.ts';
import { place, revoke } from '../../support/domain-cast.ts';
import { day, hour, minute } from '../../support/domain-venue.ts';
import {
  advance,
  commits,
  onLocalStores,
  openOffer,
  recordsOf,
  startKernel,
  type Kernel,
  type OpenOffer,
} from '../../support/kernel.ts';
import { refusalOf } from '../../support/stores.ts';
import { eventually, pause } from '../../support/wait.ts';

onLocalStores('The sequencer', (kit) => {
  let kernel: Kernel;
  let journal: FaultyJournal;
  let clock: TestClock;
  let offer: OpenOffer;
  beforeEach(async () => {
    clock = new TestClock();
    journal = new FaultyJournal(kit().journal);
    kernel = await startKernel({ stores: kit(), clock, journal });
    offer = await openOffer(kernel.exchange, 3);
  });
  afterEach(() => kernel.stop());

  const stamps = async (): Promise<number[]> => (await recordsOf(kit().journal)).map(({ at }) => at);
  const timers = async (): Promise<[string, number][]> =>
    (await recordsOf(kit().journal)).flatMap(({ timer, at }) => (timer === undefined ? [] : [[timer, at]]));

  it('numbers the records without a gap and takes the journal over first', async () => {
    const records = await recordsOf(kit().journal);
    expect(records.map(({ seq }) => seq)).to.deep.equal(records.map((_, index) => index + 1));
    expect(records[0]?.command).to.deep.equal({ kind: 'kernel.takeover', epoch: kernel.epoch });
  });

  it('never stamps a record before the one it follows, even when the clock is set back', async () => {
    const before = kernel.exchange.now();
    clock.tick(-2 * hour);
    await commits(kernel.exchange, offer, offer.investors[0]!);
    expect(kernel.state.line.at).to.equal(before);
    clock.tick(3 * hour);
    await commits(kernel.exchange, offer, offer.investors[0]!);
    expect(kernel.state.line.at).to.equal(before + hour);
    const all = await stamps();
    expect(all).to.deep.equal(all.toSorted((a, b) => a - b));
  });

  it('JNL-7: runs every timer due before the next command, in order of due time, stamped when it was due', async () => {
    const [first, second] = [await commits(kernel.exchange, offer, offer.investors[0]!), clock.now()];
    clock.tick(day);
    const later = await commits(kernel.exchange, offer, offer.investors[1]!);
    clock.tick(6 * day);
    const late = await refusalOf(
      kernel.exchange.command(revoke(first), offer.investors[0]!).then(() => undefined),
    );
    expect((late as Refusal).rejection.code).to.equal('reflection_ended');
    const ends = endOfRomeDay(second as never, policy.reflectionDays);
    expect(await timers()).to.deep.equal([
      [`capture:${first}`, ends],
      [`capture:${later}`, ends + day],
    ]);
  });

  it('lets no command slip in at the very moment of a deadline', async () => {
    const { closesAt } = kernel.state.venue.offers.offers.get(offer.offer)!;
    clock.tick(closesAt - clock.now() - 1);
    await commits(kernel.exchange, offer, offer.investors[0]!);
    clock.tick(1);
    const refused = await refusalOf(kernel.exchange.command(place(20, offer.offer), offer.investors[1]!));
    expect((refused as Refusal).rejection.code).to.equal('offer_not_open');
  });

  it('passes through every deadline on its way when the venue’s clock is moved, before it answers', async () => {
    const investor = offer.investors[0]!;
    const mine = await commits(kernel.exchange, offer, investor, 200);
    const { closesAt } = kernel.state.venue.offers.offers.get(offer.offer)!;
    const captured = endOfRomeDay(clock.now() as never, policy.reflectionDays);
    await kernel.exchange.command(advance(60 * day), offer.operators[0]);
    expect(kernel.state.venue.offers.offers.get(offer.offer)?.status).to.equal('funded');
    expect(await timers()).to.deep.equal([
      [`capture:${mine}`, captured],
      [`close:${offer.offer}`, closesAt],
      [`decide:${offer.offer}`, closesAt],
      [`settle:${offer.offer}:0`, closesAt],
      [`begin:${offer.listing}`, closesAt],
    ]);
    expect(kernel.exchange.now()).to.equal(clock.now() + 60 * day);
  });

  it('runs a timer when its time comes, without any command', async () => {
    const mine = await commits(kernel.exchange, offer, offer.investors[0]!);
    const { reflectionEndsAt } = kernel.state.venue.offers.commitments.get(mine)!;
    clock.tick(reflectionEndsAt! - clock.now() - 40);
    // The alarm was set before the clock was moved, as after a sleep of the machine: the next command sets it anew.
    await kernel.exchange.command({ kind: 'people.acknowledgeWarning' }, offer.investors[1]!);
    clock.tick(40);
    await eventually(() =>
      expect(kernel.state.venue.offers.commitments.get(mine)?.status).to.equal('captured'),
    );
  });

  it('hands out a copy that later commands do not alter', async () => {
    const read = await kernel.exchange.read((state) => state.offers.offers.get(offer.offer)!);
    await commits(kernel.exchange, offer, offer.investors[0]!);
    expect(read).to.include({ committedCents: 0 });
    expect(read.commitments).to.deep.equal([]);
  });

  it('hands out nothing, not even a refusal, before what it was computed from is durable', async () => {
    const told: string[] = [];
    const gate = journal.hold();
    const note = (what: string) => (): void => void told.push(what);
    void commits(kernel.exchange, offer, offer.investors[0]!).then(note('command'));
    await gate.reached;
    const { exchange } = kernel;
    void exchange.command(place(7, offer.offer), offer.investors[1]!).catch(note('refusal'));
    void exchange.read((state) => state.offers.commitments.size).then(note('read'));
    void exchange
      .read(() => {
        throw new Error('nothing there');
      })
      .catch(note('failed read'));
    void exchange.settled().then(note('settled'));
    await pause(30);
    expect(told).to.deep.equal([]);
    gate.open();
    await exchange.settled();
    await eventually(() =>
      expect(told.toSorted()).to.deep.equal(['command', 'failed read', 'read', 'refusal', 'settled']),
    );
  });

  it('journals a rejection that reached the decision, and repeats it for its key', async () => {
    const refused = await refusalOf(kernel.exchange.command(place(7, offer.offer), offer.investors[0]!));
    expect((refused as Refusal).rejection).to.deep.equal({ code: 'not_a_lot', detail: { lot: 10 } });
    const last = (await recordsOf(kit().journal)).at(-1);
    expect(last).to.deep.include({ outcome: { rejection: (refused as Refusal).rejection }, events: [] });
  });

  it('takes nothing more once it stops, and stops only when all it took is durable', async () => {
    const gate = journal.hold();
    const last = commits(kernel.exchange, offer, offer.investors[0]!);
    await gate.reached;
    let stopped = false;
    const stop = kernel.exchange.stop().then(() => (stopped = true));
    const refused = refusalOf(kernel.exchange.command(advance(minute), offer.operators[0]));
    expect(((await refused) as Refusal).rejection.code).to.equal('shutting_down');
    await pause(10);
    expect(stopped).to.equal(false);
    gate.open();
    await last;
    await stop;
  });

  it('acknowledges nothing after a failed flush, and says once that the process must end', async () => {
    const told: string[] = [];
    journal.fail(1, 'ENOSPC');
    void commits(kernel.exchange, offer, offer.investors[0]!).then(() => told.push('first'));
    await eventually(() => expect(kernel.faults).to.have.length(1));
    void commits(kernel.exchange, offer, offer.investors[1]!).then(
      () => told.push('second'),
      (error: Refusal) => told.push(error.rejection.code),
    );
    void kernel.exchange.settled().then(() => told.push('settled'));
    await eventually(() => expect(told).to.not.deep.equal([]));
    await pause(20);
    expect(told).to.deep.equal(['shutting_down']);
    expect(kernel.faults).to.have.length(1);
    expect(journal.afterFault).to.equal(0);
  });

  it('ends at a bug in the core, and builds nothing on it', async () => {
    const mine = await commits(kernel.exchange, offer, offer.investors[0]!);
    kernel.exchange.peek(
      (state) => void state.offers.offers.get(offer.offer)?.commitments.push('cmt_x' as never),
    );
    const { closesAt } = kernel.state.venue.offers.offers.get(offer.offer)!;
    clock.tick(closesAt - clock.now());
    void kernel.exchange.command(revoke(mine), offer.investors[0]!).catch(() => undefined);
    await eventually(() => expect(String(kernel.faults[0])).to.contain('cmt_x does not exist'));
    const after = await refusalOf(kernel.exchange.command(revoke(mine), offer.investors[0]!));
    expect((after as Refusal).rejection.code).to.equal('shutting_down');
  });
});
