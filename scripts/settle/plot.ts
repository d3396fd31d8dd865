import type { PersonId } from '@piazza/shared/values';
import type { PaymentProvider } from '../../server/src/ports/payments.ts';
import type { Standin } from '../stripe-standin/index.ts';
import type { Look } from './look.ts';
import type { Investor, Story } from './prepare.ts';
import type { VenueProcess } from './process.ts';

const acknowledgements = {
  riskWarning: true,
  reflectionNotice: true,
  aboveThreshold: true,
  understanding: 'may_lose_all',
} as const;
const reason = { ref: 'settle', hash: 'settle' };
const secondMs = 1_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Stage {
  readonly story: Story;
  readonly venue: VenueProcess;
  readonly standin: Standin;
  /** The provider as its pages' visitors meet it: without a venue between. */
  readonly provider: PaymentProvider;
  readonly random: () => number;
  /** Refusals by code, for the figures. */
  readonly refused: Map<string, number>;
}

/** Everybody and everything that happens to money, half a day at a time. Each step may be taken again after a crash. */
export class Plot {
  readonly #stage: Stage;
  readonly #ofPayer: ReadonlyMap<PersonId, Investor>;
  readonly #done = new Set<string>();
  #count = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#ofPayer = new Map(stage.story.investors.map((one) => [one.id, one]));
  }

  /** Everybody announces, sends, commits, and some take it back. */
  async commit(): Promise<void> {
    const { story, standin, random } = this.#stage;
    for (const investor of story.investors) {
      if (investor.way === 'bank') {
        const announced = 100_000 + Math.floor(random() * 400_000);
        await this.#give(
          { kind: 'payments.announce', amountCents: announced, organisation: null },
          investor.id,
        );
        const arrives = Math.max(1, announced + Math.floor((random() - 0.5) * 60_000));
        standin.control.fund(investor.customer, arrives);
        if (random() < 0.3) standin.control.fund(investor.customer, 1 + Math.floor(random() * 30_000));
      }
    }
  }

  async place(): Promise<void> {
    const { story, random } = this.#stage;
    const together = 8;
    const wishes = story.investors.flatMap((investor) =>
      story.offers
        .filter(() => random() < 0.7)
        .map(({ offer, name }) => ({
          investor,
          offer,
          units: 10 + Math.floor(random() * (name === 'oversubscribed' ? 60 : 30)),
          revokes: random() < 0.08,
        })),
    );
    for (let at = 0; at < wishes.length; at += together)
      await Promise.all(
        wishes.slice(at, at + together).map(async ({ investor, offer, units, revokes }) => {
          const { id, method } = investor;
          const placed = await this.#give(
            { kind: 'commitments.place', offer, units, acknowledgements, method },
            id,
          );
          if (placed !== undefined && revokes)
            await this.#give({ kind: 'commitments.revoke', commitment: placed['commitment'] as never }, id);
        }),
      );
  }

  /** Half a day passes at both sides. */
  async pass(seconds: number): Promise<void> {
    const { story, standin, venue } = this.#stage;
    const [operator] = story.operators;
    // No call takes half a day: keys of the provider would be forgotten while it is made.
    for (let look = 0; look < 200 && (await venue.inFlight()) > 0; look += 1) await pause(15);
    await this.#give({ kind: 'venue.advanceClock', byMs: seconds * secondMs, reason }, operator);
    standin.control.advance(seconds);
  }

  /** What people do about what they see; nothing new when it is to come to its end. */
  async react(ends = false): Promise<void> {
    const look = await this.#stage.venue.look();
    await this.#authenticate(look);
    await this.#retry(look);
    await this.#agree(look);
    if (ends) return;
    await this.#withdraw(look);
    this.#dispute(look);
  }

  /** Once, and later than never: a fifth ignore it, a tenth fail. */
  async #authenticate({ payments }: Look): Promise<void> {
    const { provider, standin, random } = this.#stage;
    for (const { id, status, intent, attempt } of payments) {
      if (status !== 'action_needed' || intent === null || !this.#first(`auth:${id}:${attempt}`)) continue;
      const mood = random();
      if (mood < 0.2) continue;
      const url = await this.#insist(() => provider.actionUrl(intent, 'http://127.0.0.1/'));
      if (url !== null) standin.control.authenticate(intent, mood > 0.3);
    }
  }

  async #retry({ payments }: Look): Promise<void> {
    const { random } = this.#stage;
    for (const { id, status, payer, attempt } of payments) {
      const investor = this.#ofPayer.get(payer as PersonId);
      const isOpen = status === 'declined' || (status === 'method_needed' && attempt === 1);
      if (!isOpen || !investor?.second || !this.#first(`retry:${id}:${attempt}`)) continue;
      if (random() < 0.6)
        await this.#give({ kind: 'payments.retry', payment: id, method: investor.second }, payer);
    }
  }

  /** Issuers open their accounts late; then two operators agree. */
  async #agree({ outgoings, proposals, payees }: Look): Promise<void> {
    const { story, standin, random } = this.#stage;
    const [maker, checker] = story.operators;
    for (const { organisation, account } of story.offers)
      if (
        payees[organisation] !== 'ready' &&
        outgoings.some(({ holder }) => holder === organisation) &&
        random() < 0.5 &&
        this.#first(`onboard:${account}`)
      )
        standin.control.onboard(account);
    for (const { id, status, attempt, holder } of outgoings) {
      if (status !== 'waiting' || payees[holder] !== 'ready') continue;
      const known = proposals.find(({ outgoing }) => outgoing === id);
      if (known === undefined) {
        const act = { kind: 'money_out', outgoing: id } as const;
        await this.#give(
          { kind: 'approvals.propose', act, contentHash: `${id}:${attempt}`, reason } as never,
          maker,
        );
      } else if (random() < 0.5)
        await this.#give(
          { kind: 'approvals.approve', proposal: known.id, contentHash: known.contentHash, reason } as never,
          checker,
        );
    }
  }

  /** Some who have free cash take it back to their own bank; a few of those banks send it back. */
  async #withdraw({ payees }: Look): Promise<void> {
    const { story, standin, provider, random, venue } = this.#stage;
    for (const { id, way } of story.investors) {
      if (way !== 'bank' || random() > 0.05) continue;
      if (payees[id] === undefined) {
        const email = `${id}@example.org`;
        const { account } = await this.#insist(() =>
          provider.createAccount({ id, kind: 'person', email }, `account:${id}`),
        );
        await venue.give({ kind: 'payments.linkPayee', holder: id, account }, 'venue', `payee:${id}`);
        const returns = random() < 0.25;
        standin.control.onboard(account, returns ? 'IT13S0542811101000000123457' : undefined);
      } else
        await this.#give({ kind: 'payments.withdraw', amountCents: 100 + Math.floor(random() * 5_000) }, id);
    }
  }

  /** Cardholders who say that it was not them; the bank decides a while later. */
  #dispute({ payments }: Look): void {
    const { standin, random } = this.#stage;
    for (const { id, status, charge, payer } of payments) {
      if (status !== 'succeeded' || charge === null || random() > 0.002) continue;
      const way = this.#ofPayer.get(payer as PersonId)?.way;
      if (way === 'bank' || !this.#first(`dispute:${id}`)) continue;
      try {
        const dispute = standin.control.dispute(charge);
        if (random() < 0.5 && dispute.status !== 'lost') standin.control.decide(dispute.id, true);
      } catch {
        // Refunded, disputed before, or too late for it.
      }
    }
  }

  #first(what: string): boolean {
    if (this.#done.has(what)) return false;
    this.#done.add(what);
    return true;
  }

  async #insist<T>(call: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1)
      try {
        return await call();
      } catch (error) {
        if (tries === 20) throw error;
      }
  }

  async #give(command: Parameters<VenueProcess['give']>[0], actor: string) {
    this.#count += 1;
    const said = await this.#stage.venue.give(command, actor, `settle-${this.#count}`);
    if ('result' in said) return said.result;
    const name = `${command.kind} ${said.refused.code}`;
    this.#stage.refused.set(name, (this.#stage.refused.get(name) ?? 0) + 1);
    return undefined;
  }
}
