import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { existing, type Actor } from '../../server/src/domain/core/index.ts';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import { TestClock } from '../../test/support/clock.ts';
import { why } from '../../test/support/domain-cast.ts';
import { keyed } from '../../test/support/kernel.ts';
import { below, marketWish, pauseOf, pick, weighed, type Chance } from '../../test/support/market-wishes.ts';
import { ProviderModel } from '../../test/support/provider-model.ts';
import { storeKits } from '../../test/support/stores.ts';
import { seeded } from '../crash/random.ts';
import { Auditor } from './auditor.ts';
import { tame } from './chance.ts';
import { prepare, type Ground } from './ground.ts';
import { primaryWish } from './primary.ts';
import { paidWish, settlement } from './provider.ts';
import { reachingWish, termsLikely, termsWish } from './terms.ts';
import { Venue, type Ending } from './venue.ts';

export interface Simulation {
  readonly seed: number;
  readonly commands: number;
  readonly store: 'memory' | 'lmdb';
  readonly people?: number;
  /** Decides every record again at the end: as slow as the rest. */
  readonly again?: boolean;
  /** Commitments are charged by a provider, told of late, twice or never. */
  readonly paid?: boolean;
  readonly progress?: (given: number) => void;
}
export interface Result {
  readonly given: number;
  readonly trades: number;
  readonly records: number;
  readonly starts: number;
  readonly snapshots: number;
  readonly days: number;
  readonly hash: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

interface Given {
  readonly key: string;
  readonly actor: Actor;
  readonly command: VenueCommand;
}

/** Faults enough to know what is wrong. */
const enough = 5;
const mostAtOnce = 32;
const hour = 3_600_000;
/** Longer than any answer takes, on a disk that others use too. */
const answeredWithinMs = 60_000;
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** One simulation under way: wishes by chance, in bursts, with crashes, snapshots and jumps of the clock in between. */
class Play {
  readonly chance: Chance;
  readonly clock = new TestClock();
  readonly auditor = new Auditor();
  readonly venue: Venue;
  /** Null with play money. */
  readonly provider: ProviderModel | null;
  ground: Ground = { investors: [], operators: [], listings: [], offers: [] };
  given = 0;
  #unanswered = new Map<string, Given>();
  #recent: Given | undefined;

  constructor(chance: Chance, provider: ProviderModel | null, venue: (play: Play) => Venue) {
    this.chance = chance;
    this.provider = provider;
    this.venue = venue(this);
  }

  give(one: Given): void {
    this.#unanswered.set(one.key, one);
    this.venue.kernel.exchange.submit(one.command, one.actor, keyed(one.key), (outcome) => {
      if ('rejection' in outcome && outcome.rejection.code === 'shutting_down') return;
      this.#unanswered.delete(one.key);
      this.auditor.answered(one.key, outcome, this.venue.kernel.exchange.now());
    });
  }

  /** What is seldom wished, and would seldom come of what everybody wishes. */
  #rareWish(): readonly [Actor, VenueCommand] | undefined {
    const { chance, venue, ground } = this;
    return venue.kernel.exchange.peek((state) => {
      if (chance() < termsLikely(state)) return termsWish(chance, state, ground.operators);
      return chance() < 0.003 ? reachingWish(chance, state, ground.investors) : undefined;
    });
  }

  #wish(): Given {
    const { chance, venue } = this;
    const { investors, operators, listings, offers } = this.ground;
    const crowd = { investors, operators };
    this.given += 1;
    const key = `${this.given}`;
    const { exchange } = venue.kernel;
    const at = exchange.now();
    if (chance() < 0.02) {
      const [actor, command] = primaryWish(
        chance,
        exchange.peek((state) => state),
        investors,
        offers,
      );
      return { key, actor, command };
    }
    if (chance() < 0.0002) {
      const byMs = 1 + below(chance, 30 * hour);
      return {
        key,
        actor: pick(chance, operators),
        command: { kind: 'venue.advanceClock', byMs, reason: why },
      };
    }
    const rare = this.#rareWish();
    if (rare !== undefined) return { key, actor: rare[0], command: rare[1] };
    const [actor, command] = exchange.peek((state) => marketWish(chance, state, crowd, listings, at));
    return { key, actor, command };
  }

  /** What the provider does follows from what is durable, and nothing else. */
  #paid(): void {
    const { provider, chance } = this;
    if (provider === null || this.#unanswered.size > 0 || chance() < 0.3) return;
    const wish = this.venue.kernel.exchange.peek((state) => paidWish(chance, state, provider, this.ground));
    if (wish === undefined) return;
    this.given += 1;
    this.give({ key: `${this.given}`, actor: wish[0], command: wish[1] });
  }

  /** Everything that was said is told, everything that waits is called, until nothing is under way any more. */
  async settle(): Promise<void> {
    const { provider, venue, auditor } = this;
    if (provider === null) return;
    for (const report of settlement(provider, () => venue.kernel.state.venue.payments)) {
      this.given += 1;
      this.give({ key: `${this.given}`, actor: 'venue', command: report });
      await this.answered();
    }
    const there = -available(venue.kernel.state.venue.ledger, account.provider);
    if (there !== provider.balanceCents)
      auditor.faults.push(`${there} cents at the provider, who has ${provider.balanceCents}`);
  }

  /** Some wishes at once, now and then one that was given before. */
  burst(most: number): void {
    const { chance } = this;
    this.#paid();
    for (let left = 1 + below(chance, most); left > 0; left -= 1) {
      if (this.#recent !== undefined && chance() < 0.01) this.give(this.#recent);
      const one = this.#wish();
      if (chance() < 0.1) this.#recent = one;
      this.give(one);
    }
  }

  /** Waits until everybody has an answer; that somebody gets none is a fault. */
  async answered(): Promise<void> {
    const until = performance.now() + answeredWithinMs;
    while (this.#unanswered.size > 0 && performance.now() < until) await turn();
    if (this.#unanswered.size > 0) this.auditor.faults.push(`${this.#unanswered.size} were never answered`);
  }

  /** The venue ends amid a burst and starts again; whoever got no answer asks once more. */
  async endAmid(ending: Ending): Promise<void> {
    const { venue, chance } = this;
    venue.prepareEnd(ending);
    this.burst(2 * mostAtOnce);
    if (ending === 'stop') await this.answered();
    else for (let turns = 0; turns < 4; turns += 1) await turn();
    const before = this.#unanswered;
    await venue.end(ending);
    this.#unanswered = new Map();
    this.#recent = undefined;
    await venue.start(chance() < 0.5);
    for (const one of before.values()) this.give(one);
    await this.answered();
  }
}

const weights = [
  [3, 'stop'],
  [4, 'before'],
  [4, 'after'],
  [2, 'EIO'],
  [1, 'ENOSPC'],
] as const satisfies readonly (readonly [number, Ending])[];

async function playOut(play: Play, { commands, progress }: Simulation): Promise<void> {
  const { chance, clock, venue, auditor } = play;
  const spell = Math.max(2_000, Math.floor(commands / 6));
  let [nextEnd, nextSnapshot, nextLook] = [below(chance, spell), below(chance, spell), 0];
  while (play.given < commands && auditor.faults.length < enough) {
    const { exchange } = venue.kernel;
    const pause = exchange.peek((state) => pauseOf(chance, state, exchange.now()));
    // The machine's clock is set back now and then: the venue's stands still then.
    clock.tick(chance() < 0.002 ? -below(chance, hour) : pause);
    if (play.given >= nextEnd) {
      nextEnd += 1 + below(chance, 2 * spell);
      await play.endAmid(weighed(chance, weights));
      continue;
    }
    play.burst(Math.min(mostAtOnce, commands - play.given));
    await play.answered();
    if (play.given >= nextSnapshot) {
      nextSnapshot += 1 + below(chance, 2 * spell);
      await venue.snapshot();
    }
    if (play.given < nextLook) continue;
    nextLook += 1_000;
    auditor.inspect(venue.kernel.state.venue);
    progress?.(play.given);
  }
}

/** Plays a seed from an empty venue to its last command, and looks at everything that must hold. */
export async function simulate(simulation: Simulation): Promise<Result> {
  const { seed, store, people = 24, again = false, paid = false } = simulation;
  const chance = seeded(seed);
  const undo = tame(seeded(seed + 1));
  const kit = await existing(new Map(storeKits.map((one) => [one.name, one])), store, 'store').open();
  const play = new Play(
    chance,
    paid ? new ProviderModel() : null,
    ({ clock, auditor }) => new Venue(kit, clock, auditor),
  );
  const { venue, auditor, clock } = play;
  const begun = clock.now();
  try {
    await venue.start(false);
    play.ground = await prepare(venue.kernel.exchange, clock, people, play.provider);
    await playOut(play, simulation);
    await play.settle();
    auditor.inspect(venue.kernel.state.venue);
    const hashes = await venue.hashes();
    if (new Set(hashes).size > 1) auditor.faults.push(`one journal, several states: ${hashes.join(', ')}`);
    if (again) await venue.decideAgain();
    const { given } = play;
    const { starts, snapshots } = venue;
    const days = Math.round((venue.kernel.exchange.now() - begun) / (24 * hour));
    const { trades, seq: records, counts, faults } = auditor;
    await venue.end('stop');
    return { given, trades, records, starts, snapshots, days, hash: hashes[0] ?? '', counts, faults };
  } finally {
    undo();
    await venue.destroy();
  }
}
