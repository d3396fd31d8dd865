import { declarationNames } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { OrganisationId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { checkIssuer, fillDossier, filled } from '../support/dossier.ts';
import { approve, listingIn } from '../support/listings.ts';
import { mailedToken } from '../support/mails.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const profile = { name: 'Bottega', legalForm: 'ets', place: 'Torino', website: '', about: '' } as const;

describe('the dossier of an issuer', () => {
  let venue: TestVenue;
  let cast: Cast;
  let gina: Player;
  let organisationId: OrganisationId;
  let count = 0;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(async () => venue.close());
  beforeEach(async () => {
    count += 1;
    gina = await cast.join(`gina${count}@example.org`, { displayName: 'Gina Gallo', roles: ['enterprise'] });
    ({ id: organisationId } = await gina.api.call('organisations.create', { body: profile }));
  });
  const read = (who: Player = gina) => who.api.call('dossier.read', { params: { organisationId } });
  const submit = async () => {
    const { id } = await gina.api.call('listings.create', { body: { organisationId } });
    const params = { listingId: id };
    await gina.api.call('listings.saveDraft', { params, body: { revision: 0, draft: cast.completeDraft() } });
    return params;
  };

  it('ISS-5: names every answer that is missing, takes the parts in any order, and lets a listing through at the end', async () => {
    const params = { organisationId };
    expect((await read()).gaps).to.have.length(13);
    const listing = await submit();
    expect(await gina.api.refusal('listings.submit', { params: listing })).to.equal('dossier_incomplete');
    await gina.api.call('dossier.declare', { params, body: { ...filled.declarations, notManager: false } });
    expect((await read()).gaps)
      .to.include('declarations.notManager')
      .and.not.include('declarations.notEmployee');
    await gina.api.call('dossier.saveRegistration', { params, body: { ...filled.registration, town: ' ' } });
    expect((await read()).gaps)
      .to.include('registration.town')
      .and.not.include('registration.street');
    await fillDossier(gina.api, organisationId);
    expect((await read()).gaps).to.deep.equal([]);
    expect((await gina.api.call('listings.submit', { params: listing })).status).to.equal('submitted');
  });

  it('ISS-3: each declaration alone keeps a listing from being handed in', async () => {
    const params = { organisationId };
    await fillDossier(gina.api, organisationId);
    const listing = { params: await submit() };
    for (const name of declarationNames) {
      await gina.api.call('dossier.declare', { params, body: { ...filled.declarations, [name]: false } });
      expect((await read()).gaps, name).to.deep.equal([`declarations.${name}`]);
      expect(await gina.api.refusal('listings.submit', listing), name).to.equal('dossier_incomplete');
    }
    await gina.api.call('dossier.declare', { params, body: filled.declarations });
    expect((await gina.api.call('listings.submit', listing)).status).to.equal('submitted');
  });

  it('ISS-1: takes no VAT number that is none, and keeps a right one in its plain form', async () => {
    const params = { organisationId };
    const save = (vatNumber: string, country: 'IT' | 'DE' = 'IT') => ({
      params,
      body: { ...filled.registration, country, vatNumber },
    });
    for (const wrong of ['00743110158', '0074311015', 'IT', 'ABCDEFGHIJK'])
      expect(await gina.api.refusal('dossier.saveRegistration', save(wrong)), wrong).to.equal('vat_invalid');
    expect(await gina.api.refusal('dossier.saveRegistration', save('00743110157', 'DE'))).to.equal(
      'vat_invalid',
    );
    const { registration } = await gina.api.call('dossier.saveRegistration', save(' it 007.431.101 57'));
    expect(registration.vatNumber).to.equal('00743110157');
    expect((await gina.api.call('dossier.saveRegistration', save(''))).gaps).to.include(
      'registration.vatNumber',
    );
  });

  it('ISS-1: asks for words where the legal form is another', async () => {
    const params = { organisationId };
    await fillDossier(gina.api, organisationId);
    await gina.api.call('organisations.update', { params, body: { ...profile, legalForm: 'other' } });
    expect((await read()).gaps).to.deep.equal(['registration.formWords']);
    const body = { ...filled.registration, formWords: 'Comunità energetica' };
    expect((await gina.api.call('dossier.saveRegistration', { params, body })).gaps).to.deep.equal([]);
  });

  it('ISS-2: owners are sealed: neither names nor dates of birth are in the journal or the state', async () => {
    const params = { organisationId };
    const name = 'Zenobia Inconfondibile';
    const owners = [{ name, birthDate: '1971-02-03', residence: 'IT' as const, shareBps: 6_000 }];
    await gina.api.call('dossier.saveOwners', { params, body: { owners, seniorManager: null } });
    expect((await read()).owners.owners).to.deep.equal(owners);
    const state = venue.venue.exchange.peek((all) =>
      JSON.stringify([...all.dossier.byOrganisation.entries()]),
    );
    expect(state).not.to.include('Zenobia').and.not.to.include('1971-02-03');
    const too = [...owners, { ...owners[0]!, shareBps: 4_001 }];
    const body = { owners: too, seniorManager: null };
    expect(await gina.api.refusal('dossier.saveOwners', { params, body })).to.equal('owners_exceed_whole');
  });

  it('ISS-4: a refusal at the cap tells what was offered here, elsewhere and asked now', async () => {
    const params = { organisationId };
    await fillDossier(gina.api, organisationId);
    const on = new Date(venue.venue.exchange.now() - 30 * day).toISOString().slice(0, 10);
    const amount = (policy.issuerCapCents - 100_000) as never;
    await gina.api.call('dossier.saveOffers', {
      params,
      body: { offers: [{ amount, on, where: 'Altrove' }] },
    });
    const { cap } = await read();
    expect(cap).to.deep.equal({ most: policy.issuerCapCents, here: 0, elsewhere: amount });
    const refused = await gina.api.call('listings.submit', { params: await submit() }).then(
      () => null,
      (error: { problem: { code: string; facts?: object } }) => error.problem,
    );
    expect(refused).to.include({ code: 'issuer_cap_exceeded' });
    expect(refused?.facts).to.include({ offeredCents: 0, offPlatformCents: amount, askedCents: 1_000_000 });
  });

  describe('ISS-6: representatives', () => {
    const invite = (email: string) =>
      gina.api.call('dossier.invite', { params: { organisationId }, body: { email } });

    it('are invited alike, whether the address has an account or not, and the link is in the mail alone', async () => {
      const [known, unknown] = [await invite(cast.elsa.email), await invite(`nobody${count}@example.org`)];
      expect(Object.keys(known)).to.deep.equal(Object.keys(unknown));
      const token = await mailedToken(cast, cast.elsa.email);
      const held = venue.venue.exchange.peek((all) =>
        JSON.stringify([...(all.dossier.byOrganisation.get(organisationId)?.invitations.keys() ?? [])]),
      );
      expect(held).not.to.include(token).and.not.to.include('example.org');
      expect((await read()).invitations.map(({ email }) => email)).to.deep.equal([
        cast.elsa.email,
        `nobody${count}@example.org`,
      ]);
    });
    it('the link is for the account of its address alone, and works once', async () => {
      const ugo = await cast.join(`ugo${count}@example.org`, {
        displayName: 'Ugo Urso',
        roles: ['enterprise'],
      });
      await invite(ugo.email.toUpperCase());
      const body = { token: await mailedToken(cast, ugo.email.toUpperCase()) };
      expect(await cast.elsa.api.refusal('dossier.acceptInvitation', { body })).to.equal('link_invalid');
      expect((await ugo.api.call('dossier.acceptInvitation', { body })).id).to.equal(organisationId);
      expect((await ugo.api.call('organisations.mine')).items.map(({ id }) => id)).to.deep.equal([
        organisationId,
      ]);
      expect(await ugo.api.refusal('dossier.acceptInvitation', { body })).to.equal('link_invalid');
      const newest = async (who: Player) => (await who.api.call('me.notices')).items[0]?.kind;
      expect([await newest(ugo), await newest(gina)]).to.deep.equal([
        'representative_added_you',
        'representative_added',
      ]);
      const params = { organisationId, personId: gina.id };
      await ugo.api.call('dossier.removeRepresentative', { params });
      expect(await gina.api.refusal('dossier.read', { params: { organisationId } })).to.equal('not_allowed');
      const own = { organisationId, personId: ugo.id };
      expect(await ugo.api.refusal('dossier.removeRepresentative', { params: own })).to.equal(
        'last_representative',
      );
    });
    it('a link that was withdrawn is none, and under one key one mail goes out', async () => {
      const params = { organisationId };
      const email = cast.elsa.email;
      const mails = async () =>
        (await cast.olga.api.call('desk.mail', { query: { limit: 100 } })).items.filter(
          ({ to }) => to === email,
        ).length;
      const before = await mails();
      await gina.api.keyed(`one-key-${count}-x`, 'dossier.invite', { params, body: { email } });
      await gina.api.keyed(`one-key-${count}-x`, 'dossier.invite', { params, body: { email } });
      expect(await mails()).to.equal(before + 1);
      const body = { token: await mailedToken(cast, email) };
      expect(
        (await gina.api.call('dossier.withdrawInvitation', { params, body: { email } })).invitations,
      ).to.deep.equal([]);
      expect(await cast.elsa.api.refusal('dossier.acceptInvitation', { body })).to.equal('link_invalid');
    });
  });

  it('ISS-7: operators see what was ticked and by whom, the issuer only what is open', async () => {
    await fillDossier(gina.api, organisationId);
    expect((await read()).openChecks).to.have.length(6);
    await checkIssuer(cast.olga.api, organisationId);
    expect((await gina.api.call('me.notices')).items.map(({ kind }) => kind)).to.deep.equal([
      'issuer_checked',
    ]);
    const own = await read();
    expect([own.openChecks, own.checks]).to.deep.equal([[], []]);
    const { checks } = await read(cast.oreste);
    expect(checks).to.have.length(6);
    expect(checks[0]).to.include({ by: cast.olga.displayName, reason: 'Seen and in order' });
    expect(checks[0]?.document?.visibility).to.equal('operators');
    expect(await cast.elsa.api.refusal('dossier.read', { params: { organisationId } })).to.equal(
      'not_allowed',
    );
  });

  it('ISS-7: the second approval waits for the checks', async () => {
    const id = await listingIn(cast, 'under_review');
    const params = { organisationId: cast.organisation };
    const body = { item: 'sanctions', clear: false, documentId: null, reason: 'A hit on a list' } as const;
    await cast.olga.api.call('dossier.check', { params, body });
    const listing = await cast.olga.api.call('listings.read', { params: { listingId: id } });
    await approve(cast.olga, listing);
    const refused = await approve(cast.oreste, listing).catch((error: { problem: object }) => error.problem);
    expect(refused).to.deep.include({ code: 'due_diligence_incomplete', facts: { items: ['sanctions'] } });
    await cast.oreste.api.call('dossier.check', {
      params,
      body: { ...body, clear: true, reason: 'Another person' },
    });
    expect((await approve(cast.oreste, listing)).status).to.equal('approved');
  });

  it('ISS-8: another name or legal form is checked anew, another description is not', async () => {
    const params = { organisationId };
    await fillDossier(gina.api, organisationId);
    await checkIssuer(cast.olga.api, organisationId);
    await gina.api.call('organisations.update', {
      params,
      body: { ...profile, about: 'Di più', place: 'Milano' },
    });
    expect((await read()).openChecks).to.deep.equal([]);
    await gina.api.call('organisations.update', { params, body: { ...profile, name: 'Un’altra' } });
    expect((await read()).openChecks).to.have.members([
      'criminal_record',
      'jurisdiction',
      'register_extract',
      'sanctions',
    ]);
  });
});
