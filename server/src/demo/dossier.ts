import type { DossierView, OrganisationProfile } from '@piazza/shared/contract';
import { isPartitaIva, type OrganisationId } from '@piazza/shared/values';
import { chanceOf, seedOf } from './chance.ts';
import type { Voice } from './voice.ts';

/** A partita IVA that holds its check digit and is nobody's: no office has the number 000. */
function madeUpVat(name: string): string {
  const digits = `${String(seedOf(name) % 10_000_000).padStart(7, '0')}000`;
  const last = '0123456789'.split('').find((digit) => isPartitaIva(`${digits}${digit}`));
  return `${digits}${last ?? '0'}`;
}

const presidents = ['Lia Demo', 'Aldo Demo', 'Nives Demo', 'Bruno Demo', 'Iris Demo', 'Elio Demo'];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const fiction = 'Documento di prova di un’organizzazione immaginaria.';
const papers = (name: string) =>
  [
    {
      query: { name: 'Statuto.txt', kind: 'statute', visibility: 'public' },
      bytes: utf8(
        `${fiction}\n\nSTATUTO DI ${name.toUpperCase()}\n\nArt. 1. Lo scopo è l’interesse generale della comunità.\nArt. 2. Gli utili sono reinvestiti nello scopo.\n`,
      ),
    },
    {
      query: { name: 'Bilancio 2025.csv', kind: 'balance_sheet', visibility: 'public' },
      bytes: utf8(
        'voce;euro\r\nimmobilizzazioni;84000\r\nattivo circolante;61000\r\npatrimonio netto;52000\r\n',
      ),
    },
  ] as const;

/** What an organisation of the story says of itself, and its first documents; nothing where all of it is there. */
export async function fillDossier(
  say: Voice,
  organisationId: OrganisationId,
  { name, place }: OrganisationProfile,
): Promise<void> {
  const params = { organisationId };
  if ((await say('dossier.read', { params })).gaps.length === 0) return;
  const chance = chanceOf(seedOf(name));
  const [town = 'Torino'] = place.split(',');
  const registration = {
    formWords: '',
    country: 'IT' as const,
    registerName: 'Registro imprese di Torino (prova)',
    registerNumber: `TO-${String(seedOf(name) % 1_000_000).padStart(6, '0')}`,
    vatNumber: madeUpVat(name),
    street: 'Via Immaginaria 1',
    postalCode: '10100',
    town: town.trim() === '' ? 'Torino' : town.trim(),
  };
  await say('dossier.saveRegistration', { params, body: registration });
  const seniorManager = { name: chance.pick(presidents), position: 'Presidente' };
  await say('dossier.saveOwners', { params, body: { owners: [], seniorManager } });
  await say('dossier.saveOffers', { params, body: { offers: [] } });
  const body = {
    notConsumer: true,
    notShareholder: true,
    notManager: true,
    notEmployee: true,
    notControlled: true,
  };
  await say('dossier.declare', { params, body });
  for (const paper of papers(name)) await say('documents.upload', { params, ...paper });
}

const findings: Readonly<Record<DossierView['openChecks'][number], string>> = {
  criminal_record: 'Certificati visti: nulla nei campi richiesti.',
  jurisdiction: 'Sede in Italia.',
  register_extract: 'Visura aggiornata, i dati coincidono.',
  owners_identified: 'Nessuno ha il 25 %: identificata la presidenza.',
  sanctions: 'Liste UE e ONU consultate: nessun riscontro.',
  conflicts: 'Nessun legame con la piazza.',
};

/** An operator of the story checks what is still open of the issuer, evidence included. */
export async function checkIssuer(say: Voice, organisationId: OrganisationId): Promise<void> {
  const params = { organisationId };
  const { openChecks } = await say('dossier.read', { params });
  if (openChecks.length === 0) return;
  const { id: documentId } = await say('documents.upload', {
    params,
    query: { name: 'Visura e certificati.txt', kind: 'register_extract', visibility: 'operators' },
    bytes: utf8(`${fiction}\n\nVisura e certificati: nulla da segnalare.\n`),
  });
  for (const item of openChecks)
    await say('dossier.check', { params, body: { item, clear: true, documentId, reason: findings[item] } });
}
