import {
  declarationGaps,
  ownersGaps,
  registrationGaps,
  type DossierView,
  type LegalForm,
  type OffPlatformOffer,
} from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { isVat, millis, plainVat, type OrganisationId } from '@piazza/shared/values';
import { dossierOf, type DossierCommand } from '../domain/dossier/index.ts';
import { represents } from '../domain/organisations/index.ts';
import type { ApiContext } from './context.ts';
import { documentsHandlers } from './documents.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { presentDossier, readRegistration } from './present/dossier.ts';
import { organisationProfile, personProfile } from './present/words.ts';

type Parts = 'dossier.saveRegistration' | 'dossier.saveOwners' | 'dossier.saveOffers' | 'dossier.declare';
type Seats =
  | 'dossier.invite'
  | 'dossier.withdrawInvitation'
  | 'dossier.acceptInvitation'
  | 'dossier.removeRepresentative';
type Desk = 'dossier.read' | 'dossier.check';

type OfOne = { readonly caller: Principal; readonly params: { readonly organisationId: OrganisationId } };

const show = (context: ApiContext, { caller, params }: OfOne): Promise<DossierView> =>
  presentDossier(context, params.organisationId, {
    person: caller.personId,
    operator: caller.roles.has('operator'),
  });

async function seal(context: ApiContext, id: OrganisationId, words: unknown) {
  const subject = await context.exchange.read((state) => state.organisations.organisations.get(id)?.subject);
  if (subject === undefined) throw new Refused(reject('not_found'));
  return { subject, sealed: await context.vault.seal(subject, words) };
}

/** Seals the words of a part, gives the command that rests on them, and shows the dossier. */
async function save(
  context: ApiContext,
  call: Pick<Call<Parts>, 'caller' | 'params' | 'key'>,
  words: unknown,
  command:
    | { readonly kind: 'dossier.saveRegistration' | 'dossier.declare'; readonly gaps: string[] }
    | { readonly kind: 'dossier.saveOwners'; readonly gaps: string[]; readonly shares: number[] }
    | {
        readonly kind: 'dossier.saveOffers';
        readonly gaps: string[];
        readonly offers: { amountCents: number; at: ReturnType<typeof millis> }[];
      },
): Promise<DossierView> {
  const organisation = call.params.organisationId;
  const { sealed } = await seal(context, organisation, words);
  const whole: DossierCommand = { ...command, organisation, words: sealed };
  await context.exchange.command(whole, call.caller.personId, call.key);
  return show(context, call);
}

async function legalFormOf(context: ApiContext, id: OrganisationId): Promise<LegalForm> {
  const profile = await context.exchange.read((state) => state.organisations.organisations.get(id)?.profile);
  if (profile === undefined) throw new Refused(reject('not_found'));
  return (await organisationProfile(context, profile)).legalForm;
}

/**
 * What was said of an organisation that takes another name or legal form is said again: what is missing is told anew,
 * and what was checked of it lapses.
 */
export async function restateRegistration(
  context: ApiContext,
  caller: Principal,
  organisation: OrganisationId,
  legalForm: LegalForm,
): Promise<void> {
  const dossier = await context.exchange.read((state) => dossierOf(state.dossier, organisation));
  if (dossier.registration === null) return;
  const gaps = registrationGaps(await readRegistration(context, dossier), legalForm);
  const { words } = dossier.registration;
  const command = { kind: 'dossier.saveRegistration' as const, organisation, words, gaps };
  await context.exchange.command(command, caller.personId);
}

const declared = ({ amount, on }: OffPlatformOffer) => ({ amountCents: amount, at: millis(Date.parse(on)) });

const partHandlers = (context: ApiContext): Handlers<Parts> => ({
  'dossier.saveRegistration': async (call) => {
    const { country, vatNumber } = call.body;
    if (vatNumber !== '' && !isVat(country, vatNumber)) throw new Refused(reject('vat_invalid', { country }));
    const words = { ...call.body, vatNumber: plainVat(country, vatNumber) };
    const legalForm = await legalFormOf(context, call.params.organisationId);
    const gaps = registrationGaps(words, legalForm);
    return save(context, call, words, { kind: 'dossier.saveRegistration', gaps });
  },
  'dossier.saveOwners': (call) => {
    const shares = call.body.owners.map(({ shareBps }) => shareBps);
    return save(context, call, call.body, {
      kind: 'dossier.saveOwners',
      gaps: ownersGaps(call.body),
      shares,
    });
  },
  'dossier.saveOffers': (call) => {
    const { offers } = call.body;
    return save(context, call, offers, {
      kind: 'dossier.saveOffers',
      gaps: [],
      offers: offers.map(declared),
    });
  },
  'dossier.declare': (call) =>
    save(context, call, call.body, { kind: 'dossier.declare', gaps: declarationGaps(call.body) }),
});

const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

async function invite(context: ApiContext, call: Call<'dossier.invite'>): Promise<DossierView> {
  const { caller, params, body, key } = call;
  const organisation = params.organisationId;
  const { subject, sealed: email } = await seal(context, organisation, body);
  const { token, hash } = context.invitations.mint();
  const command = { kind: 'dossier.invite' as const, organisation, hash, email };
  const result = await context.exchange.command(command, caller.personId, key);
  // Asked again under the same key, the first link has gone out already.
  if (result['hash'] === hash) {
    const profile = await context.exchange.read(({ people }) => people.people.get(caller.personId)?.profile);
    const { locale = 'it' } = (profile && (await personProfile(context, profile))) ?? {};
    await context.invitations.send(subject, body.email, locale, token);
  }
  return show(context, call);
}

/** The invitations of an organisation that went to the address. */
async function sentTo(context: ApiContext, id: OrganisationId, address: string): Promise<string[]> {
  const open = await context.exchange.read((state) => [...dossierOf(state.dossier, id).invitations.values()]);
  const emails = await context.vault.openMany<{ readonly email: string }>(open.map(({ email }) => email));
  return open.flatMap(({ hash }, index) => (sameAddress(emails[index]?.email ?? '', address) ? [hash] : []));
}

/** The link is good for the account of the address it went to, and for no other. @throws Refused link_invalid */
async function requireAddressee(context: ApiContext, hash: string, caller: Principal): Promise<void> {
  const { email, profile } = await context.exchange.read((state) => ({
    email: [...state.dossier.byOrganisation.values()].flatMap(
      ({ invitations }) => invitations.get(hash)?.email ?? [],
    )[0],
    profile: state.people.people.get(caller.personId)?.profile,
  }));
  // One that is not there is the core's to refuse: it may know the command by its key.
  if (email === undefined || profile === undefined) return;
  const invited = await context.vault.open<{ readonly email: string }>(email);
  const own = await personProfile(context, profile);
  if (invited === undefined || own === undefined || !sameAddress(invited.email, own.email))
    throw new Refused(reject('link_invalid'));
}

const seatHandlers = (context: ApiContext): Handlers<Seats> => ({
  'dossier.invite': (call) => invite(context, call),
  'dossier.withdrawInvitation': async (call) => {
    const { caller, params, body, key } = call;
    const organisation = params.organisationId;
    const hashes = await sentTo(context, organisation, body.email);
    const command = { kind: 'dossier.withdrawInvitation' as const, organisation, hashes };
    await context.exchange.command(command, caller.personId, key);
    return show(context, call);
  },
  'dossier.acceptInvitation': async ({ caller, body, key }) => {
    const hash = context.invitations.hash(body.token);
    await requireAddressee(context, hash, caller);
    const command = { kind: 'dossier.acceptInvitation' as const, hash };
    const { organisation } = await context.exchange.command(command, caller.personId, key);
    const reader = { person: caller.personId, operator: false };
    return (await presentDossier(context, organisation as OrganisationId, reader)).organisation;
  },
  'dossier.removeRepresentative': async (call) => {
    const { organisationId: organisation, personId: person } = call.params;
    const command = { kind: 'dossier.removeRepresentative' as const, organisation, person };
    await context.exchange.command(command, call.caller.personId, call.key);
    return show(context, call);
  },
});

const deskHandlers = (context: ApiContext): Handlers<Desk> => ({
  'dossier.read': async (call) => {
    const { caller, params } = call;
    const own = await context.exchange.read((state) => {
      if (!state.organisations.organisations.has(params.organisationId))
        throw new Refused(reject('not_found'));
      return represents(state.organisations, caller.personId, params.organisationId);
    });
    if (!own && !caller.roles.has('operator')) throw new Refused(reject('not_allowed'));
    return show(context, call);
  },
  'dossier.check': async (call) => {
    const { caller, params, body, key } = call;
    const organisation = params.organisationId;
    const { item, clear, documentId: document } = body;
    const { sealed: reason } = await seal(context, organisation, { reason: body.reason });
    const command = { kind: 'dossier.check' as const, organisation, item, clear, document, reason };
    await context.exchange.command(command, caller.personId, key);
    return show(context, call);
  },
});

/** Who the issuer is, who acts for it, what was checked of it, and its documents. */
export const dossierHandlers = (context: ApiContext) => ({
  ...partHandlers(context),
  ...seatHandlers(context),
  ...deskHandlers(context),
  ...documentsHandlers(context),
});
