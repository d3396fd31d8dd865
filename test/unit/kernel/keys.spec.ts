import { expect } from 'chai';
import { policy } from '@piazza/shared/policy';
import type { RejectionCode } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import type { Actor } from '../../../server/src/domain/core/index.ts';
import type { VenueCommand } from '../../../server/src/domain/venue/index.ts';
import type { Refusal } from '../../../server/src/kernel/exchange.ts';
import type { CommandKey } from '../../../server/src/kernel/record.ts';
import { proveUnderstanding } from '../../../server/src/demo/understanding.ts';
import { FaultyJournal } from '../../support/faulty-journal.ts';
import { TestClock } from '../../support/clock.ts';
import { place, sealed } from '../../support/domain-cast.ts';
import {
  keyed,
  onLocalStores,
  openOffer,
  startKernel,
  type Kernel,
  type OpenOffer,
} from '../../support/kernel.ts';
import { refusalOf } from '../../support/stores.ts';
import { eventually, pause } from '../../support/wait.ts';

const warning: VenueCommand = { kind: 'people.acknowledgeWarning' };
const key = keyed('key-0001');

onLocalStores('An idempotency key', (kit) => {
  let kernel: Kernel;
  let journal: FaultyJournal;
  let clock: TestClock;
  let offer: OpenOffer;
  let ines: Actor;
  let ivo: Actor;
  beforeEach(async () => {
    clock = new TestClock();
    journal = new FaultyJournal(kit().journal);
    kernel = await startKernel({ stores: kit(), clock, journal });
    offer = await openOffer(kernel.exchange, 2);
    [ines, ivo] = offer.investors as [Actor, Actor];
  });
  afterEach(() => kernel.stop());

  const gives = (command: VenueCommand, actor: Actor, under: CommandKey) =>
    kernel.exchange.command(command, actor, under);
  const code = async (command: VenueCommand, actor: Actor, under: CommandKey): Promise<RejectionCode> =>
    ((await refusalOf(gives(command, actor, under))) as Refusal).rejection.code;
  const commitments = (): number => kernel.state.venue.offers.commitments.size;

  it('gets the same answer again, and the command happens once', async () => {
    const first = await gives(place(20, offer.offer), ines, key);
    const seq = kernel.state.line.seq;
    expect(await gives(place(20, offer.offer), ines, key)).to.deep.equal(first);
    expect([commitments(), kernel.state.line.seq]).to.deep.equal([1, seq]);
  });

  it('gets the same answer while the first is still being flushed, and neither comes before it is durable', async () => {
    const gate = journal.hold();
    const told: unknown[] = [];
    const ask = (): void => void gives(place(20, offer.offer), ines, key).then((result) => told.push(result));
    ask();
    await gate.reached;
    ask();
    ask();
    await pause(20);
    expect(told).to.deep.equal([]);
    gate.open();
    await kernel.exchange.settled();
    await eventually(() => expect(told).to.have.length(3));
    expect(new Set(told.map((result) => JSON.stringify(result)))).to.have.length(1);
    expect(commitments()).to.equal(1);
  });

  it('is refused for another request, whatever became of the first', async () => {
    await gives(place(20, offer.offer), ines, key);
    expect(await code(place(30, offer.offer), ines, keyed(key.key, 'another'))).to.equal('key_reused');
    expect(commitments()).to.equal(1);
  });

  it('is the person’s own: the same word of another person is another key', async () => {
    await gives(place(20, offer.offer), ines, key);
    await gives(place(20, offer.offer), ivo, key);
    expect(commitments()).to.equal(2);
  });

  it('gets a rejection again, even when the command would be taken now', async () => {
    await proveUnderstanding(kernel, ines as PersonId, offer.offer, 200_000);
    expect(await code(place(200_000, offer.offer), ines, key)).to.equal('insufficient_funds');
    const seq = kernel.state.line.seq;
    await gives({ kind: 'wallet.topUp', amountCents: 10_000_000 }, ines, keyed('key-0002'));
    for (let top = 3; top < 30; top += 1)
      await gives({ kind: 'wallet.topUp', amountCents: 10_000_000 }, ines, keyed(`key-00${top + 10}`));
    expect(await code(place(200_000, offer.offer), ines, key)).to.equal('insufficient_funds');
    expect(kernel.state.line.seq).to.equal(seq + 28);
    await gives(place(200_000, offer.offer), ines, keyed('key-0099'));
  });

  it('is answered for 24 hours of venue time, then refused, then forgotten', async () => {
    await gives(warning, ines, key);
    clock.tick(policy.keyLifeMs);
    await gives(warning, ines, key);
    clock.tick(1);
    expect(await code(warning, ines, key)).to.equal('key_expired');
    clock.tick(policy.keyTombstoneMs - policy.keyLifeMs);
    // Forgotten with the next record, whoever's it is.
    await gives(warning, ivo, keyed('key-0002'));
    expect([...kernel.state.keys.recent.keys()]).to.deep.equal([`${ivo}|key-0002`]);
    const seq = kernel.state.line.seq;
    await gives(warning, ines, key);
    expect(kernel.state.line.seq).to.equal(seq + 1);
  });

  it('of money is kept for good', async () => {
    const first = await gives(place(20, offer.offer), ines, key);
    const top = await gives({ kind: 'wallet.topUp', amountCents: 5_000 }, ines, keyed('key-0002'));
    clock.tick(400 * 86_400_000);
    await gives(warning, ivo, keyed('key-0003'));
    expect(await gives(place(20, offer.offer), ines, key)).to.deep.equal(first);
    expect(await gives({ kind: 'wallet.topUp', amountCents: 5_000 }, ines, keyed('key-0002'))).to.deep.equal(
      top,
    );
    expect(commitments()).to.equal(1);
  });

  it('outlives the process', async () => {
    const first = await gives(place(20, offer.offer), ines, key);
    const refused = await code(place(7, offer.offer), ivo, key);
    await kernel.stop();
    kernel = await startKernel({ stores: kit(), clock, journal });
    expect(await gives(place(20, offer.offer), ines, key)).to.deep.equal(first);
    expect(await code(place(7, offer.offer), ivo, key)).to.equal(refused);
    expect(await code(place(8, offer.offer), ivo, keyed(key.key, 'another'))).to.equal('key_reused');
    expect(commitments()).to.equal(1);
  });

  it('of a timer or of the venue’s own commands is not needed', async () => {
    const register: VenueCommand = { kind: 'people.register', subject: 's', profile: sealed('s'), roles: [] };
    const [one, two] = await Promise.all([
      kernel.exchange.command(register, 'venue'),
      kernel.exchange.command(register, 'venue'),
    ]);
    expect(one['person']).not.to.equal(two['person']);
  });
});
