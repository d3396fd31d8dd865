import type { PersonId } from '@piazza/shared/values';
import { systemClock, type Clock } from '../kernel/clock.ts';
import type { HeadFile, JournalStore } from '../ports/journal.ts';
import type { VaultStore } from '../ports/vault.ts';
import { begins } from './chapters.ts';
import { StoryClock } from './clock.ts';
import type { Company, DemoVenue } from './company.ts';
import { plant, type PlantingProgress } from './plant.ts';
import { readStory, writeStory, type DemoAccount, type StoryRecord } from './record.ts';

export type { DemoVenue } from './company.ts';
export type { PlantingProgress } from './plant.ts';
export type { DemoAccount } from './record.ts';
export { createVoices } from './voice.ts';
export { openWholeStores } from './clear.ts';
export { Crowd } from './crowd/crowd.ts';

const DAY_MS = 86_400_000;

/** The demo story was begun in these stores and never finished: nothing in them may be served. */
export class HalfPlanted extends Error {
  override readonly name = 'HalfPlanted';
  constructor() {
    super('The demo story in these stores was never finished');
  }
}

export interface DemoParts {
  readonly vault: VaultStore;
  readonly journal: JournalStore;
  readonly head: HeadFile;
  /** Whether an empty venue is planted, and whether the accounts are shown. */
  readonly on: boolean;
  readonly clock?: Clock;
}

const noRecord: StoryRecord = { state: 'planting', at: 0, accounts: [], cast: [], crowd: [], reserve: [] };

/** The demo story of a venue: what belongs to it, and how it gets there. */
export class Demo {
  readonly #parts: DemoParts;
  readonly #real: Clock;
  readonly #story: StoryClock | undefined;
  readonly #told: number;
  #record: StoryRecord | undefined;
  #cast: ReadonlySet<PersonId>;

  private constructor(parts: DemoParts, record: StoryRecord | undefined, told: number | undefined) {
    this.#parts = parts;
    this.#real = parts.clock ?? systemClock;
    this.#record = record;
    this.#cast = new Set(record?.cast);
    this.#told = told ?? 0;
    this.#story = told === undefined ? undefined : new StoryClock(told + begins * DAY_MS, this.#real);
  }

  /**
   * Looks what the stores hold of a story. Where they are empty and the demo is on, it notes that one is being planted,
   * before anything else is written: call it before the venue's first record.
   * @throws HalfPlanted where an earlier planting did not come to its end.
   */
  static async open(parts: DemoParts): Promise<Demo> {
    const kept = await readStory(parts.vault);
    if (kept?.value.state === 'planting') throw new HalfPlanted();
    if (kept !== undefined || !parts.on || !(await isEmpty(parts)))
      return new Demo(parts, kept?.value, undefined);
    const now = (parts.clock ?? systemClock).now();
    await writeStory(parts.vault, { ...noRecord, at: now }, 0);
    return new Demo(parts, undefined, now);
  }

  /** The clock the venue runs on: the story's while it is being planted, then real time. */
  get clock(): Clock {
    return this.#story ?? this.#real;
  }

  /** Accounts that newcomers are offered; none where the demo is off. */
  get accounts(): readonly DemoAccount[] {
    return this.#parts.on ? (this.#record?.accounts ?? []) : [];
  }

  /** People who may go on committing, and listings kept back; undefined where the demo is off or was never planted. */
  get whole(): StoryRecord | undefined {
    return this.#parts.on ? this.#record : undefined;
  }

  /** Whether the person belongs to the story: what they create is fiction, also after the demo was switched off. */
  readonly isCast = (person: PersonId): boolean => this.#cast.has(person);

  /** Plants the story where `open` found an empty venue; otherwise does nothing. True when it has planted. */
  async plant(venue: DemoVenue, progress: PlantingProgress): Promise<boolean> {
    const story = this.#story;
    if (story === undefined) return false;
    const known = (company: Company): void => {
      this.#cast = new Set(castOf(company));
    };
    const { company, reserve } = await plant(venue, story, this.#told, known, progress).catch(
      (cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(
          `The demo story could not be planted (${why}). Start without it: DEMO=off npm start`,
          {
            cause,
          },
        );
      },
    );
    const { accounts, crowd } = company;
    const record: StoryRecord = {
      state: 'planted',
      at: this.#told,
      accounts,
      cast: castOf(company),
      crowd: crowd.map(({ id }) => id),
      reserve,
    };
    const begun = await readStory(this.#parts.vault);
    await writeStory(this.#parts.vault, record, begun?.version ?? 0);
    this.#record = record;
    return true;
  }
}

const castOf = ({ accounts, representatives, crowd, washers }: Company): PersonId[] => [
  ...accounts.map(({ id }) => id),
  ...representatives,
  ...crowd.map(({ id }) => id),
  ...washers,
];

/** Whether nothing was ever kept there: no record, no head that tells of one, nothing in the vault. */
async function isEmpty({ vault, journal, head }: DemoParts): Promise<boolean> {
  const [last, noted, kept] = [await journal.last(), await head.read(), await vault.list('', { limit: 1 })];
  return last === undefined && noted === undefined && kept.length === 0;
}
