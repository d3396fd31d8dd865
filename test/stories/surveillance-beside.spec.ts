import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { WatchBeside } from '../../server/src/watch-beside.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { waitFor } from '../support/wait.ts';

const patienceMs = 20_000;

describe('surveillance in a process of its own', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listing: ListingId;
  let watch: WatchBeside;

  const alerts = async (): Promise<string[]> => {
    await watch.settled();
    await venue.venue.context.historySettled();
    const { items } = await cast.olga.api.call('cases.alerts', {
      query: { status: 'open', listingId: listing },
    });
    return items.map(({ detector }) => detector);
  };
  /** Ines and the other pass units on, moments apart, as if by agreement. */
  const arranged = async (other: 'ivo' | 'tito', times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await sells(cast.ines, listing, { price: 2_500, quantity: 10 });
      await buys(cast[other], listing, { price: 2_500, quantity: 10 });
      await cast.pass(120_000);
    }
  };
  const pid = (): Promise<number> =>
    waitFor('a process', () => (watch.figures().running ? watch.pid : undefined), patienceMs);
  const isAlive = (process_: number): boolean => {
    try {
      return process.kill(process_, 0);
    } catch {
      return false;
    }
  };
  const figure = async (name: string): Promise<string | undefined> =>
    new RegExp(`^piazza_surveillance_${name} (\\d+)$`, 'm').exec(
      await (await fetch(`${venue.url}/metrics`)).text(),
    )?.[1];

  before(async () => {
    venue = await openVenue({
      stores: 'lmdb',
      beside: true,
      config: { surveillance: true },
      expectsFaults: true,
    });
    if (!(venue.venue.watch instanceof WatchBeside)) throw new Error('it does not run beside the venue');
    watch = venue.venue.watch;
    cast = await castOf(venue);
    listing = await openedMarket(cast);
    await bringToContinuous(cast, listing);
  });
  after(() => venue.close());

  it('follows the journal, and its alerts are raised by the venue (SRV-14)', async () => {
    expect(await pid()).not.to.equal(process.pid);
    await arranged('ivo', 2);
    expect(await alerts()).to.deep.equal([]);
    await arranged('ivo', 1);
    expect(await alerts()).to.deep.equal(['matched_orders']);
    expect(venue.faults).to.deep.equal([]);
    expect([await figure('running'), await figure('restarts')]).to.deep.equal(['1', '0']);
  });

  it('hears by itself how far the journal has got', async () => {
    await arranged('tito', 1);
    await waitFor('everything to be read', () => watch.figures().behind === 0 || undefined, patienceMs);
  });

  it('is followed by another process when it dies, which raises nothing twice and goes on (SRV-14, SRV-21)', async () => {
    const died = await pid();
    const seq = venue.venue.exchange.durableSeq;
    process.kill(died, 'SIGKILL');
    await waitFor('its end to be noticed', () => watch.pid !== died || undefined, patienceMs);
    expect(await figure('running')).to.equal('0');
    expect(await alerts()).to.deep.equal(['matched_orders']);
    expect(await pid()).not.to.equal(died);
    expect(venue.venue.exchange.durableSeq).to.equal(seq);
    expect([await figure('running'), await figure('restarts')]).to.deep.equal(['1', '1']);
    expect(JSON.stringify(venue.faults)).to.contain('surveillance has died').and.to.contain('SIGKILL');
    await arranged('tito', 2);
    expect(await alerts()).to.have.members(['matched_orders', 'matched_orders']);
  });

  it('is stopped and continued without the venue waiting for it (SRV-21)', async () => {
    const process_ = await pid();
    process.kill(process_, 'SIGSTOP');
    await arranged('ivo', 1);
    expect(watch.figures().behind).to.be.above(0);
    process.kill(process_, 'SIGCONT');
    await watch.settled();
    expect(watch.figures().behind).to.equal(0);
  });

  it('ends with the venue', async () => {
    const process_ = await pid();
    const started = performance.now();
    await watch.close();
    expect(performance.now() - started).to.be.below(2_000);
    expect(isAlive(process_)).to.equal(false);
    await watch.settled();
  });
});
