import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Refused } from '../api/handler.ts';
import type { Tier } from '../domain/people/index.ts';
import type { Finding } from '../domain/cases/index.ts';
import type { Identity } from '../identity/identity.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { Vault } from '../vault/vault.ts';
import {
  addressOf,
  crowdParts,
  demoPassword,
  representativeParts,
  shownParts,
  washerParts,
  type Part,
  type ShownName,
} from './cast.ts';
import { onboard } from './onboarding.ts';
import type { DemoAccount } from './record.ts';
import type { Voices } from './voice.ts';

/** What the story needs of a venue. */
export interface DemoVenue {
  readonly exchange: Exchange;
  readonly vault: Vault;
  readonly identity: Pick<Identity, 'accounts'>;
  readonly voices: Voices;
  /** What surveillance finds in the durable records since it was last asked. */
  readonly findings: () => Promise<readonly Finding[]>;
  /** Brings money in by bank transfer, where there is no play money; resolves when it is the person's. Cents. */
  readonly transferIn?: (person: PersonId, cents: number) => Promise<void>;
}

export interface CrowdMember {
  readonly id: PersonId;
  readonly tier: Tier;
}

/** The people of the story, once the venue knows them. */
export interface Company {
  readonly shown: Readonly<Record<ShownName, PersonId>>;
  readonly accounts: readonly DemoAccount[];
  readonly representatives: readonly PersonId[];
  readonly crowd: readonly CrowdMember[];
  /** Two who pass the same units to and fro, and do nothing else. */
  readonly washers: readonly PersonId[];
}

async function openAccounts({ identity }: DemoVenue): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = [];
  for (const { account, name, role, locale } of Object.values(shownParts)) {
    const email = addressOf(account);
    const details = { email, displayName: name, locale, roles: [role] };
    const id = await identity.accounts.createAccount({ ...details, password: demoPassword });
    accounts.push({ id, email, password: demoPassword, displayName: name, role });
  }
  return accounts;
}

/** Somebody without credentials: known to the venue, but nobody can sign in as them. */
async function enter({ exchange, vault }: DemoVenue, part: Part): Promise<PersonId> {
  const subject = await vault.createSubject();
  const first = part.name.replace(/ \(demo\)$/, '').toLowerCase();
  const email = addressOf(`${first.replaceAll(' ', '.')}.demo`);
  const profile = await vault.seal(subject, { email, displayName: part.name, locale: part.locale });
  const command = { kind: 'people.register' as const, subject, profile, roles: [part.role] };
  const { person } = await exchange.command(command, 'venue');
  return person as PersonId;
}

async function inTurns<T, U>(items: readonly T[], size: number, act: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (let start = 0; start < items.length; start += size)
    done.push(...(await Promise.all(items.slice(start, start + size).map(act))));
  return done;
}

const seen: Readonly<Record<Exclude<Tier, 'retail'>, string>> = {
  community: 'Socio di una cooperativa del territorio, libro soci visto.',
  institutional: 'Investitore istituzionale: delibera e bilancio visti.',
};

/** An operator looks at who they are; two look at the papers of whoever is not of the retail tier. */
async function place(
  venue: DemoVenue,
  [first, second]: readonly [PersonId, PersonId],
  { id, tier }: CrowdMember,
): Promise<void> {
  const { voices } = venue;
  await onboard(venue, id, first);
  await voices(id)('me.acknowledgeWarning');
  if (tier === 'retail') return;
  const reason = seen[tier];
  const { id: proposalId, contentHash } = await voices(first)('people.setTier', {
    params: { personId: id },
    body: { tier, reason },
  });
  await voices(second)('approvals.approve', { params: { proposalId }, body: { contentHash, reason } });
}

/** The crowd was here before the story begins: the venue itself gives them their tier. */
async function receive(venue: DemoVenue, operator: PersonId, { id, tier }: CrowdMember): Promise<void> {
  const { exchange, vault, voices } = venue;
  await onboard(venue, id, operator);
  await voices(id)('me.acknowledgeWarning');
  if (tier === 'retail') return;
  const subject = exchange.peek((state) => state.people.people.get(id)?.subject) ?? '';
  const reason = await vault.seal(subject, { reason: seen[tier] });
  await exchange.command({ kind: 'people.setTier', person: id, tier, reason }, 'venue');
}

/** Brings everybody of the story into the venue: shown accounts with a password, the others without one. */
export async function gather(venue: DemoVenue): Promise<Company> {
  const accounts = await openAccounts(venue);
  const idOf = (name: ShownName): PersonId => {
    const found = accounts.find(({ email }) => email === addressOf(shownParts[name].account));
    if (found === undefined) throw new Refused(reject('not_found'));
    return found.id;
  };
  const names = Object.keys(shownParts) as ShownName[];
  const shown = Object.fromEntries(names.map((name) => [name, idOf(name)])) as Record<ShownName, PersonId>;
  const representatives = await inTurns(representativeParts, 8, (part) => enter(venue, part));
  const entered = async (part: Part): Promise<CrowdMember> => ({
    id: await enter(venue, part),
    tier: part.tier,
  });
  const crowd = await inTurns(crowdParts, 8, entered);
  const washers = await inTurns(washerParts, 8, entered);
  const investors = names
    .filter((name) => shownParts[name].role === 'investor' && name !== 'newcomer')
    .map((name) => ({ id: shown[name], tier: shownParts[name].tier }));
  await inTurns(investors, 8, (member) => place(venue, [shown.operator1, shown.operator2], member));
  await inTurns([...crowd, ...washers], 8, (member) => receive(venue, shown.operator1, member));
  return { shown, accounts, representatives, crowd, washers: washers.map(({ id }) => id) };
}
