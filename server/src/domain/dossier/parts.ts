import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { DossierCommand, DossierEvent } from './events.ts';
import { dossierOf, type CheckItem, type DossierState, type PartName } from './state.ts';

export type SaveCommand = Extract<DossierCommand, { readonly gaps: readonly string[] }>;

const partOf: Readonly<Record<SaveCommand['kind'], PartName>> = {
  'dossier.saveRegistration': 'registration',
  'dossier.saveOwners': 'owners',
  'dossier.saveOffers': 'offers',
  'dossier.declare': 'declarations',
};

/** What was checked of one state of a part says nothing of the next. */
const restsOn: Readonly<Record<PartName, readonly CheckItem[]>> = {
  registration: ['jurisdiction', 'register_extract', 'criminal_record', 'sanctions'],
  owners: ['owners_identified', 'sanctions', 'conflicts'],
  offers: [],
  declarations: ['conflicts'],
};

function savingRefusal(command: SaveCommand, ctx: Context): Rejection | null {
  if (command.kind === 'dossier.saveOwners') {
    const whole = command.shares.reduce((sum, share) => sum + share, 0);
    if (whole > 10_000) return reject('owners_exceed_whole', { shareBps: whole });
  }
  if (command.kind === 'dossier.saveOffers' && command.offers.some(({ at }) => at > ctx.at))
    return reject('offer_date_invalid');
  return null;
}

/** Saves a part as a whole. Precedence: owners_exceed_whole, offer_date_invalid. */
export function decideSave(state: DossierState, command: SaveCommand, ctx: Context): Decision<DossierEvent> {
  const refusal = savingRefusal(command, ctx);
  if (refusal !== null) return refuse(refusal);
  const { organisation, words, gaps } = command;
  const part = partOf[command.kind];
  const { ticks } = dossierOf(state, organisation);
  const lapsed = restsOn[part].filter((item) => ticks.has(item));
  const offers = command.kind === 'dossier.saveOffers' ? command.offers : null;
  const as = { words, gaps, by: ctx.actor as PersonId, at: ctx.at };
  return accept([{ kind: 'dossier.saved', organisation, part, as, offers, lapsed }]);
}
