import type { OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useSearch } from '@tanstack/react-router';
import { useApi, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useFee } from '../../ui/Fee/useFee.ts';
import { freeCents } from '../../ui/Wallet/free.ts';
import type { Size } from './amounts.ts';
import { isLarge, textOf, warningGaps, wishOf, type Draft } from './draft.ts';
import type { FlowStep } from './search.ts';
import { useDraft } from './useDraft.ts';

/** No step is open before those ahead of it are done; the address may ask for any. */
function openStep(
  asked: FlowStep,
  size: Size | null,
  draft: Draft,
  large: boolean,
  proved: boolean,
): FlowStep {
  if (size === null) return 'amount';
  if (asked === 'review' && warningGaps(draft, large, proved).length > 0) return 'warnings';
  return asked;
}

/** Where one stands on the way to a commitment, by the address, the draft, the offer and the wallet. */
export function useFlow(offer: OfferView, personId: string) {
  const { locale } = useFormat();
  const search = useSearch({ from: '/offers/$offerId/commit' });
  const { draft: kept, change } = useDraft(personId, offer.id);
  const ways = useApi('payments.overview').data;
  const method = ways?.methods.find(({ id }) => id === kept.method) ?? null;
  // One that was removed meanwhile is chosen no longer.
  const draft = ways !== undefined && method === null ? { ...kept, method: null } : kept;
  const wallet = useApi('wallet.read').data;
  const sophisticated = useMe()?.investorClass === 'sophisticated';
  const fee = useFee('commitmentBps');
  const wish = wishOf(draft, offer, locale);
  const size = wish.kind === 'fits' ? wish.size : null;
  const threshold = useApi('protection.read').data?.warningThreshold ?? policy.warningThresholdCents;
  const large = size !== null && isLarge(size, sophisticated, threshold);
  const params = { offerId: offer.id };
  const proof = useApi('protection.understanding', { params }, { enabled: large });
  const proved = proof.data?.state === 'proved';
  return {
    draft,
    change,
    chooseSize: (chosen: Size): void => change({ text: textOf(chosen, draft.by, locale) }),
    /** Null until a size is chosen that the offer takes. */
    size,
    /** Above the threshold of the law: consent and understanding are asked for. */
    large,
    /** Cents from which it is. */
    threshold,
    fee,
    /** Cents that can be committed; undefined until the wallet is read. */
    free: wallet && freeCents(wallet),
    /** Which money moves here, and the ways to pay; undefined until they are read. */
    ways,
    /** The way to pay that was chosen; null for the balance. */
    method,
    sophisticated,
    /** Whether a right answer to the venue’s question is there for this commitment. */
    proved,
    step: openStep(search.step ?? 'amount', size, draft, large, proved),
  };
}

export type Flow = ReturnType<typeof useFlow>;
/** A flow past its first step. */
export type SizedFlow = Flow & { readonly size: Size };
