import type { IdentityDetails } from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { millis, type PersonId } from '@piazza/shared/values';
import { entryRefusal } from '../domain/protection/index.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { Vault } from '../vault/vault.ts';

interface Parts {
  readonly exchange: Pick<Exchange, 'command' | 'peek' | 'now'>;
  readonly vault: Pick<Vault, 'seal'>;
}

/** Nobody's: a tax number that says so, of a country whose numbers have another form. */
const madeUp = (person: PersonId): IdentityDetails => ({
  givenName: 'Persona',
  familyName: 'Di Prova',
  birthDate: '1980-01-01',
  street: 'Via Immaginaria 1',
  postalCode: '10100',
  city: 'Torino',
  country: 'IT',
  taxCountry: 'SM',
  taxCode: `DEMO ${person.replaceAll(/[^a-z0-9]/g, ' ')}`,
});

async function identify({ exchange, vault }: Parts, person: PersonId, operator: PersonId): Promise<void> {
  const subject = exchange.peek(({ people }) => people.people.get(person)?.subject ?? '');
  const details = await vault.seal(subject, madeUp(person));
  await exchange.command({ kind: 'protection.submitIdentity', details, sameAs: [] }, person);
  const reason = await vault.seal(subject, { reason: 'Documento e tessera visti.' });
  const verdict = { verdict: 'approve', revision: 1, reason } as const;
  await exchange.command({ kind: 'protection.reviewIdentity', person, ...verdict }, operator);
}

/** Draws the knowledge test and answers all of it rightly. */
async function takeTest({ exchange }: Parts, person: PersonId): Promise<void> {
  await exchange.command({ kind: 'protection.drawTest' }, person);
  const questions = exchange.peek(({ protection }) => protection.people.get(person)?.paper?.questions ?? []);
  const answers = questions.map(({ order }) => order.indexOf(0));
  await exchange.command({ kind: 'protection.submitTest', answers }, person);
}

/** What stands before a commitment of the person now. */
const missingOf = ({ exchange }: Parts, person: PersonId): RejectionCode | undefined =>
  exchange.peek(({ people, protection }) => {
    const isSophisticated = people.people.get(person)?.investorClass === 'sophisticated';
    return entryRefusal(protection.people.get(person), isSophisticated, 0, millis(exchange.now()))?.code;
  });

async function renewed(parts: Parts, person: PersonId): Promise<void> {
  if (missingOf(parts, person) === 'knowledge_test_needed') await takeTest(parts, person);
  if (missingOf(parts, person) === 'loss_simulation_needed')
    await parts.exchange.command({ kind: 'protection.simulateLoss', bearableCents: null }, person);
}

/** Renews what an investor needs before a commitment, where its time is over; null where nothing is. */
export const renewProtection = (parts: Parts, person: PersonId): Promise<void> | null =>
  missingOf(parts, person) === undefined ? null : renewed(parts, person);

/** Everything before a first commitment, by the commands of the people themselves: identity approved, test passed, loss simulated. */
export async function onboard(parts: Parts, person: PersonId, operator: PersonId): Promise<void> {
  await identify(parts, person, operator);
  await renewed(parts, person);
}
