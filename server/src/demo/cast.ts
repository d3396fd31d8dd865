import type { Locale, Role, Tier } from '@piazza/shared/contract';

/** One of the people of the story. Nobody real: first names only, and each says so. */
export interface Part {
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  /** Of an investor; an operator records it where it is not `retail`. */
  readonly tier: Tier;
}

/** A part that newcomers may play; `account` is the local part of its address. */
export interface ShownPart extends Part {
  readonly account: string;
}

/** Reserved for examples (RFC 2606): no mail to it goes anywhere. */
const domain = 'piazza.example';
export const addressOf = (account: string): string => `${account}@${domain}`;

/** Of every shown account; it is told to everybody, so it protects nothing. */
export const demoPassword = 'piazza-demo-2026';

const shown = (
  account: string,
  first: string,
  role: Role,
  tier: Tier = 'retail',
  locale: Locale = 'it',
): ShownPart => ({ account, name: `${first} (demo)`, role, tier, locale });

export const shownParts = {
  enterprise: shown('enterprise', 'Elettra', 'enterprise'),
  operator1: shown('operator1', 'Ottavia', 'operator'),
  operator2: shown('operator2', 'Oreste', 'operator', 'retail', 'en'),
  administrator: shown('admin', 'Amedea', 'administrator'),
  community: shown('community', 'Caterina', 'investor', 'community'),
  retail: shown('retail', 'Renzo', 'investor'),
  institutional: shown('institutional', 'Isotta', 'investor', 'institutional', 'en'),
  newcomer: shown('newcomer', 'Nino', 'investor'),
  verifier: shown('verifier', 'Vera', 'verifier'),
} as const satisfies Record<string, ShownPart>;
export type ShownName = keyof typeof shownParts;

const crowdOf = (tier: Tier, names: string): Part[] =>
  names.split(/\s*,\s*/).map((name, index) => ({
    name: `${name} (demo)`,
    role: 'investor' as const,
    locale: index % 4 === 3 ? 'en' : 'it',
    tier,
  }));

/** Investors in the background: they make the venue a lively place, and nobody can sign in as them. */
export const crowdParts: readonly Part[] = [
  ...crowdOf(
    'community',
    'Adele, Agata, Aldo, Amina, Bruna, Cesare, Chidi, Delia, Elia, Fatima, Flora, Gino, Iris, Leone, Malik, Nora',
  ),
  ...crowdOf(
    'retail',
    `Alba, Anselmo, Beatrice, Cinzia, Dario, Emma, Enea, Fausto, Gaia, Ilaria, Jasmin, Lea, Livia, Luce, Mirko,
    Nadia, Olmo, Piera, Rosa, Sami, Tea, Viola, Zeno`,
  ),
  ...crowdOf(
    'institutional',
    'Fondo Ponente, Fondo Arcolaio, Fondazione Brina, Mutua Sestante, Cassa Lucerna',
  ),
];

/** Two who are there to pass the same units to and fro, so that the desk has something to look at. Nobody can sign in as them. */
export const washerParts: readonly Part[] = crowdOf('retail', 'Lapo, Mina');

/** Who speaks for the organisations that no newcomer plays. */
export const representativeParts: readonly Part[] = [
  'Gaspare',
  'Ludovica',
  'Tancredi',
  'Zaira',
  'Ulisse',
].map((first) => ({ name: `${first} (demo)`, role: 'enterprise', locale: 'it', tier: 'retail' }));
