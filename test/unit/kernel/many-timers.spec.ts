import { expect } from 'chai';
import { renewProtection } from '../../../server/src/demo/onboarding.ts';
import type { PersonId } from '@piazza/shared/values';
import { place, sealed } from '../../support/domain-cast.ts';
import { day } from '../../support/domain-venue.ts';
import {
  advance,
  commits,
  openOffer,
  startKernel,
  type Kernel,
  type OpenOffer,
} from '../../support/kernel.ts';
import { storeKits, type OpenKit } from '../../support/stores.ts';

const pledges = 3_000;

describe('Many timers due at once', () => {
  let stores: OpenKit;
  let kernel: Kernel;
  let offer: OpenOffer;
  /** Kinds of the commands taken since the pledges were placed, in order. */
  let taken: string[];

  beforeEach(async () => {
    stores = await storeKits[0]!.open();
    taken = [];
    let last = 0;
    const observe = (_state: unknown, { seq, command }: { seq: number; command: { kind: string } }): void => {
      if (seq > last) taken.push(command.kind);
      last = seq;
    };
    kernel = await startKernel({ stores, observe });
    offer = await openOffer(kernel.exchange, 30);
    const money = { kind: 'wallet.topUp', amountCents: 10_000_000 } as const;
    for (const investor of offer.investors) await kernel.exchange.command(money, investor);
    const investor = (index: number): PersonId => offer.investors[index % offer.investors.length]!;
    await Promise.all(
      Array.from({ length: pledges }, (_, index) => commits(kernel.exchange, offer, investor(index))),
    );
    taken.splice(0);
    slow(kernel);
  });
  afterEach(async () => {
    await kernel.stop();
    await stores.destroy();
  });

  it('leave the loop free in between, and all run before a command that was given meanwhile', async () => {
    const { exchange } = kernel;
    let turns = 0;
    let jumped = false;
    const count = (): void => {
      turns += 1;
      if (!jumped) setImmediate(count);
    };
    setImmediate(count);
    const jump = exchange.command(advance(5 * day), offer.operators[0]).then(() => (jumped = true));
    const given = exchange.command(place(30, offer.offer), offer.investors[0]!);
    const state = await exchange.read(({ offers }) => offers.offers.get(offer.offer)!.capturedCents);
    expect(jumped, 'a read need not wait for them').to.equal(false);
    expect(state).to.be.lessThan(pledges * 20_000);
    await Promise.all([jump, given]);
    expect(turns).to.be.greaterThan(3);
    expect(taken).to.deep.equal([
      'venue.advanceClock',
      ...Array<string>(pledges).fill('offers.capture'),
      'commitments.place',
    ]);
  });

  it('let nobody answer a paper of questions before it is drawn', async () => {
    const { exchange } = kernel;
    const register = { kind: 'people.register', subject: 'new', profile: sealed('new') } as const;
    const made = await exchange.command({ ...register, roles: ['investor'] }, 'venue');
    const person = made['person'] as PersonId;
    await exchange.command({ kind: 'protection.submitIdentity', details: sealed('new'), sameAs: [] }, person);
    const jump = exchange.command(advance(5 * day), offer.operators[0]);
    await renewProtection({ exchange, vault: { seal: () => Promise.resolve(sealed('new')) } }, person);
    await jump;
    const graded = exchange.peek(({ protection }) => protection.people.get(person)?.graded);
    expect(graded?.passed).to.equal(true);
  });

  it('run at the next start when the process was stopped between them', async () => {
    void kernel.exchange.command(advance(5 * day), offer.operators[0]).catch(() => undefined);
    const late = kernel.exchange
      .command(place(30, offer.offer), offer.investors[0]!)
      .catch((refusal: unknown) => refusal);
    await kernel.stop();
    expect(await late).to.have.nested.property('rejection.code', 'shutting_down');
    const done = taken.filter((kind) => kind === 'offers.capture').length;
    expect(done).to.be.below(pledges);
    kernel = await startKernel({ stores, clock: kernel.clock });
    const captured = [...kernel.state.venue.offers.commitments.values()].filter(
      ({ status }) => status === 'captured',
    );
    expect(captured).to.have.length(pledges);
  });
});

/** A slower machine: every look at the schedule takes 20 µs, so that a slice ends long before the timers do. */
function slow({ state }: Kernel): void {
  const { timers } = state.venue.schedule;
  const get = timers.get.bind(timers);
  timers.get = (id) => {
    const until = performance.now() + 0.02;
    while (performance.now() < until);
    return get(id);
  };
}
