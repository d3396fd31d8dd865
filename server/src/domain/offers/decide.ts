import type { CommitmentId, OfferId } from '@piazza/shared/values';
import { accept, existing, type Context, type Decision } from '../core/index.ts';
import type { LedgerEvent } from '../ledger/index.ts';
import type { ListingsEvent } from '../listings/index.ts';
import type { PaymentsEvent } from '../payments/index.ts';
import type { ProtectionEvent } from '../protection/index.ts';
import type { RegisterEvent } from '../register/index.ts';
import type { OffersTimer, ScheduleEvent } from '../schedule/index.ts';
import { decideCapture, decideOutcome, decideSettle } from './close.ts';
import type { OffersCommand, OffersEvent } from './events.ts';
import { decideCancel, decideClose, decidePublish } from './life.ts';
import { decidePlace, decideRevoke } from './place.ts';
import type { OffersView } from './view.ts';

type Events =
  OffersEvent | PaymentsEvent | ProtectionEvent | ListingsEvent | LedgerEvent | ScheduleEvent | RegisterEvent;

/** Every command on offers and commitments, those of people and those of timers. */
export function decideOffers(
  view: OffersView,
  command: OffersCommand | OffersTimer,
  ctx: Context,
): Decision<Events> {
  switch (command.kind) {
    case 'offers.publish':
      return decidePublish(view, command.listing, ctx);
    case 'offers.cancel':
      return decideCancel(view, command, ctx);
    case 'commitments.place':
      return decidePlace(view, command, ctx);
    case 'commitments.revoke':
      return decideRevoke(view, command.commitment, ctx);
    case 'offers.capture':
      return decideCapture(view, command.commitment as CommitmentId, ctx);
    default: {
      const offer = existing(view.offers.offers, command.offer as OfferId, 'offer');
      if (command.kind === 'offers.open') return accept<Events>([{ kind: 'offers.opened', offer: offer.id }]);
      if (command.kind === 'offers.close') return decideClose(view, offer, ctx);
      return command.kind === 'offers.decide'
        ? decideOutcome(view, offer, ctx)
        : decideSettle(view, offer, ctx);
    }
  }
}
