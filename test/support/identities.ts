import { contract } from '@piazza/shared/contract';
import type { Player } from './cast.ts';

/** Details as the contract's example has them: whoever submits them has one and the same tax code. */
const details = contract['protection.submitIdentity'].example.body;

/** Submits an identity for the account and lets an operator approve it; `meanwhile` is asked in between. */
export async function identify(
  account: Player,
  reviewer: Player,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await account.api.call('protection.submitIdentity', { body: details });
  await meanwhile();
  const params = { personId: account.id };
  const { revision } = await reviewer.api.call('protection.identity', { params });
  const body = { revision, verdict: 'approve', reason: 'Document and tax card seen' } as const;
  await reviewer.api.call('protection.reviewIdentity', { params, body });
}

/** Lets the venue find out, by the tax code, that two accounts belong to one human being. */
export async function oneHuman(first: Player, second: Player, reviewer: Player): Promise<void> {
  await identify(first, reviewer);
  await identify(second, reviewer);
}
