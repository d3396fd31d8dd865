import type { ListingId } from '@piazza/shared/values';
import { useEffect, useState } from 'react';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import type { PickedPrices } from '../../slots/slots.ts';
import { doubtsAbout, type Doubt } from './doubts.ts';
import { emptyDraft, pick, within, type Draft } from './draft.ts';
import { meetsOwn } from './effect.ts';
import { readDraft, type Reading } from './reading.ts';
import type { Ground } from './useGround.ts';
import { usePlacing, type Placing } from './usePlacing.ts';

export interface Ticket extends Placing {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly reading: Reading;
  readonly doubts: readonly Doubt[];
  /** Whether an own order stands in the way. */
  readonly own: boolean;
}

interface TicketOf {
  readonly listingId: ListingId;
  readonly personId: string;
  readonly ground: Ground;
  readonly picked: PickedPrices;
}

const minuteMs = 60_000;

/** The order being written, and its sending. */
export function useTicket({ listingId, personId, ground, picked }: TicketOf): Ticket {
  const { locale } = useFormat();
  const now = useVenueNow(minuteMs);
  const [typed, setTyped] = useState<Draft>(emptyDraft);
  const placing = usePlacing(personId, listingId, () =>
    setTyped((draft) => ({ ...draft, quantity: '', minimum: '' })),
  );
  const { market, phase, marks, freeCents, freeUnits, mostCents } = ground;
  const draft = within(phase, typed);
  const { placement, reset } = placing;
  const change = (part: Partial<Draft>) => {
    if (placement.state === 'placed' || placement.state === 'refused') reset();
    setTyped({ ...draft, ...part });
  };
  useEffect(
    () =>
      picked.subscribe(() => {
        const chosen = picked.get();
        if (chosen === null) return;
        setTyped((old) => pick(old, chosen.price, chosen.side, locale));
        document.getElementById('ticket-quantity')?.focus();
      }),
    [picked, locale],
  );
  const bounds = { phase, collar: market.collar, freeCents, freeUnits, mostCents, now };
  const reading = readDraft(draft, bounds, locale);
  const { order } = reading;
  return {
    ...placing,
    draft,
    change,
    reading,
    doubts: order === null ? [] : doubtsAbout(order, freeCents, marks.last ?? marks.reference),
    own: order !== null && meetsOwn(ground.own, order),
  };
}
