import { reject } from '@piazza/shared/rejections';
import { refuse, type Context, type Decision } from '../core/index.ts';
import { represents, type OrganisationsEvent } from '../organisations/index.ts';
import { decideCheck, type ChecksView } from './checks.ts';
import type { DossierCommand, DossierEvent } from './events.ts';
import { decideSave } from './parts.ts';
import { decideAccept, decideInvite, decideRemove, type SeatsView } from './seats.ts';
import { dossierOf, emptyDossier, type Dossier, type DossierState } from './state.ts';

export * from './events.ts';
export * from './state.ts';

type View = SeatsView & ChecksView;
type Events = DossierEvent | OrganisationsEvent;

/** Those who act for the organisation fill in its dossier. Precedence: not_found, not_allowed, then each command's own. */
export function decideDossier(view: View, command: DossierCommand, ctx: Context): Decision<Events> {
  if (command.kind === 'dossier.acceptInvitation') return decideAccept(view, command, ctx);
  const { organisation } = command;
  if (!view.organisations.organisations.has(organisation)) return refuse(reject('not_found'));
  if (command.kind === 'dossier.check') return decideCheck(view, command, ctx);
  if (!represents(view.organisations, ctx.actor, organisation)) return refuse(reject('not_allowed'));
  switch (command.kind) {
    case 'dossier.invite':
      return decideInvite(view, command, ctx);
    case 'dossier.withdrawInvitation': {
      const { invitations } = dossierOf(view.dossier, organisation);
      const hashes = command.hashes.filter((hash) => invitations.has(hash));
      return {
        events: hashes.length === 0 ? [] : [{ kind: 'dossier.uninvited', organisation, hashes }],
        result: {},
      };
    }
    case 'dossier.removeRepresentative':
      return decideRemove(view, command);
    default:
      return decideSave(view.dossier, command, ctx);
  }
}

function applySaved(dossier: Dossier, event: Extract<DossierEvent, { kind: 'dossier.saved' }>): void {
  dossier[event.part] = event.as;
  if (event.offers !== null) dossier.offPlatform = event.offers;
  for (const item of event.lapsed) dossier.ticks.delete(item);
}

export function evolveDossier(state: DossierState, event: DossierEvent): void {
  const dossier = state.byOrganisation.get(event.organisation) ?? emptyDossier();
  state.byOrganisation.set(event.organisation, dossier);
  switch (event.kind) {
    case 'dossier.saved':
      return applySaved(dossier, event);
    case 'dossier.invited':
      dossier.invitations.set(event.invitation.hash, event.invitation);
      return;
    case 'dossier.uninvited':
      for (const hash of event.hashes) dossier.invitations.delete(hash);
      return;
    case 'dossier.checked':
      if (event.tick === null) dossier.ticks.delete(event.item);
      else dossier.ticks.set(event.item, event.tick);
  }
}
