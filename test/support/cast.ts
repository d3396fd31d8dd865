import type { Draft, Me, Role, Tier } from '@piazza/shared/contract';
import type { OrganisationId, PersonId } from '@piazza/shared/values';
import { account, EUR } from '../../server/src/domain/ledger/index.ts';
import { evolve } from '../../server/src/domain/venue/index.ts';
import type { ApiClient } from './api-client.ts';
import type { TestVenue } from './server.ts';
import { onboardIn } from './protection.ts';
import type { SocketClient } from './socket-client.ts';
import { checkIssuer, fillDossier } from './dossier.ts';
import { completeDraft, type DraftChanges } from './draft.ts';
import { changeTier } from './proposals.ts';

/** Somebody with an account, signed in. */
export interface Player {
  readonly id: PersonId;
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  /** Access token of the sign-in the cast made. */
  readonly token: string;
  readonly me: Me;
  readonly api: ApiClient;
  readonly venue: TestVenue;
  socket(): Promise<SocketClient>;
}

interface Part {
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Euro of play money, as in "100000.00" × 100. */
  readonly cents?: number;
  readonly tier?: Tier;
  /** An investor who has not been through the onboarding; the others may commit at once. */
  readonly isNew?: boolean;
  /** Whether an organisation of theirs is founded. */
  readonly founds?: boolean;
}

const money = 10_000_000;
/** The people of the stories over HTTP; the first letter of a name tells the role where it can. */
const parts = {
  enzo: { displayName: 'Enzo Esposito', roles: ['enterprise'], founds: true },
  elsa: { displayName: 'Elsa Ferri', roles: ['enterprise'], founds: true },
  olga: { displayName: 'Olga Orsini', roles: ['operator'] },
  oreste: { displayName: 'Oreste Oddo', roles: ['operator'] },
  adele: { displayName: 'Adele Abate', roles: ['administrator'] },
  ines: { displayName: 'Ines Innocenti', roles: ['investor'], cents: money },
  ivo: { displayName: 'Ivo Ippolito', roles: ['investor'], cents: money },
  caio: { displayName: 'Caio Conti', roles: ['investor'], cents: money, tier: 'community' },
  tito: { displayName: 'Tito Testa', roles: ['investor'], cents: money, tier: 'institutional' },
  vera: { displayName: 'Vera Verdi', roles: ['verifier'] },
  piera: { displayName: 'Piera Pozzi', roles: ['outcome_payer'] },
  nora: { displayName: 'Nora Neri', roles: [] },
} as const satisfies Record<string, Part>;
export type Name = keyof typeof parts;

export interface Cast extends Readonly<Record<Name, Player>> {
  readonly venue: TestVenue;
  /** Organisations of Enzo and Elsa. */
  readonly organisation: OrganisationId;
  readonly otherOrganisation: OrganisationId;
  /** A draft that may be submitted now. */
  completeDraft(changes?: DraftChanges): Draft;
  /** Lets venue time pass, in a simulation as an operator does: every timer due on the way runs. */
  pass(ms: number): Promise<void>;
  /** Moves venue time to that stamp, UTC ms. */
  passTo(at: number): Promise<void>;
  /** A further account, signed in. */
  join(email: string, part: Part): Promise<Player>;
}

const password = 'quattro gatti sul tetto';

const isSimulation = ({ venue }: TestVenue): boolean =>
  venue.exchange.peek(({ house }) => house.mode === 'SIMULATION');

/** A bank transfer where there is a provider, else play money; outside of a simulation by a road that is not there. */
async function fund(venue: TestVenue, person: PersonId, api: ApiClient, cents: number): Promise<void> {
  const { payments } = venue.venue;
  if (payments !== undefined) return payments.transferIn(person, cents);
  if (isSimulation(venue)) return void (await api.call('wallet.topUp', { body: { amount: cents as never } }));
  const [from, to] = [account.outside(EUR), account.cash(person)];
  const event = { kind: 'ledger.posted', from, to, asset: EUR, amount: cents, reason: 'top_up' } as const;
  venue.venue.exchange.peek((state) => evolve(state, { ...event, subject: {} }));
}

async function join(venue: TestVenue, email: string, part: Part): Promise<Player> {
  const { displayName, roles } = part;
  const { identity } = venue.venue;
  const id = await identity.accounts.createAccount({ email, password, displayName, locale: 'it', roles });
  const { accessToken: token, me } = await venue.client().call('auth.login', { body: { email, password } });
  const api = venue.client(token);
  if (part.cents !== undefined) await fund(venue, id, api, part.cents);
  return { id, email, password, displayName, token, me, api, venue, socket: () => venue.socket(token) };
}

/** An organisation whose dossier is complete and checked. */
const found = async (player: Player, name: string, operator: Player): Promise<OrganisationId> => {
  const body = { name, legalForm: 'cooperativa_sociale', place: 'Torino', website: '', about: '' } as const;
  const { id } = await player.api.call('organisations.create', { body });
  await fillDossier(player.api, id);
  await checkIssuer(operator.api, id);
  return id;
};

/** Everybody registered and signed in, two organisations founded, tiers verified, wallets filled, investors past their onboarding. */
export async function castOf(venue: TestVenue): Promise<Cast> {
  const named = Object.entries(parts).map(async ([name, part]): Promise<[string, Player]> => [
    name,
    await join(venue, `${name}@example.org`, part),
  ]);
  const people = Object.fromEntries(await Promise.all(named)) as Record<Name, Player>;
  const now = (): number => venue.venue.exchange.now();
  for (const [name, part] of Object.entries(parts)) {
    if (!('tier' in part)) continue;
    await changeTier(people, people[name as Name].id, part.tier);
  }
  const ready = async (player: Player, { roles, isNew }: Part): Promise<Player> => {
    if (roles.includes('investor') && isNew !== true) await onboardIn(venue, player.id, people.olga.id);
    return player;
  };
  for (const [name, part] of Object.entries(parts)) await ready(people[name as Name], part);
  const pass = async (ms: number): Promise<void> => {
    if (!isSimulation(venue)) {
      venue.clock.tick(ms);
      // Any command runs what has fallen due, also one that is refused.
      await people.olga.api.refusal('people.setTier', {
        params: { personId: people.vera.id },
        body: { tier: 'retail', reason: 'Time goes by' },
      });
      return;
    }
    await people.olga.api.call('desk.advanceClock', { body: { byMs: ms, reason: 'Time goes by' } });
  };
  return {
    ...people,
    venue,
    organisation: await found(people.enzo, 'Orto Condiviso', people.olga),
    otherOrganisation: await found(people.elsa, 'Casa Aperta', people.olga),
    completeDraft: (changes) => completeDraft(now(), changes),
    pass,
    passTo: (at) => pass(at - now()),
    join: async (email, part) => ready(await join(venue, email, part), part),
  };
}
