import { policy } from '@piazza/shared/policy';
import type { OrganisationId } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  dossierGaps,
  openChecks,
  partNames,
  type DossierCommand,
  type PartName,
} from '../../../../server/src/domain/dossier/index.ts';
import { cast, orgOf, sealed, submit } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, drafted, given, submitted, type Step } from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';

const organisation = orgOf.enzo;
const words = { organisation, words: sealed('words'), gaps: [] as string[] };
const cap = policy.issuerCapCents;
/** As for an organisation that has told nothing yet. */
const untold: Step = (venue) => void venue.state.dossier.byOrganisation.delete(organisation);
const offers = (...list: readonly (readonly [number, number])[]): DossierCommand => ({
  kind: 'dossier.saveOffers',
  ...words,
  offers: list.map(([amountCents, at]) => ({ amountCents, at: at as never })),
});

describe('ISS-5: the parts of a dossier', () => {
  it('what was never told is missing, part by part', () => {
    const { venue } = given(untold);
    expect(dossierGaps(venue.state.dossier, organisation)).to.deep.equal(partNames);
    given(untold, drafted())
      .when(cast.enzo, submit())
      .refuses('dossier_incomplete', { fields: [...partNames] });
  });
  it('what is missing of a part that was saved is named by field', () => {
    const gaps = ['registration.vatNumber', 'registration.town'];
    given(drafted(), does(cast.enzo, { kind: 'dossier.saveRegistration', ...words, gaps }))
      .when(cast.enzo, submit())
      .refuses('dossier_incomplete', { fields: gaps });
  });
  it('a complete one lets its listings be handed in', () => {
    given(drafted()).when(cast.enzo, submit()).accepts();
  });
  const kinds: Readonly<Record<PartName, DossierCommand>> = {
    registration: { kind: 'dossier.saveRegistration', ...words },
    owners: { kind: 'dossier.saveOwners', ...words, shares: [] },
    offers: offers(),
    declarations: { kind: 'dossier.declare', ...words },
  };
  for (const [part, command] of Object.entries(kinds)) {
    it(`${part}: saved with who and when`, () => {
      const { state } = given(untold).when(cast.enzo, command).accepts();
      const saved = state.dossier.byOrganisation.get(organisation)?.[part as PartName];
      expect(saved).to.deep.equal({ words: sealed('words'), gaps: [], by: cast.enzo, at: beginning });
    });
    it(`${part}: of an organisation that is not there, or of somebody else's`, () => {
      const other = { ...command, organisation: 'org_9' as OrganisationId } as DossierCommand;
      given().when(cast.enzo, other).refuses('not_found');
      given().when(cast.elsa, command).refuses('not_allowed');
      given().when(cast.ines, command).refuses('not_allowed');
    });
  }
});

describe('ISS-2: owners', () => {
  const owners = (...shares: number[]): DossierCommand => ({ kind: 'dossier.saveOwners', ...words, shares });
  it('sum to the whole, and to no hundredth of a percent more', () => {
    given()
      .when(cast.enzo, owners(2_500, 2_500, 2_500, 2_500))
      .accepts();
    given().when(cast.enzo, owners(10_000)).accepts();
    given().when(cast.enzo, owners(5_000, 5_001)).refuses('owners_exceed_whole', { shareBps: 10_001 });
  });
});

describe('ISS-4: offers made elsewhere', () => {
  const ask = (hardCap: number): Step => drafted({ facts: { hardCap } });
  const left = cap - 1_000_000;
  const beyond = { capCents: cap, offeredCents: 0, offPlatformCents: 1_000_000, askedCents: left + 10_000 };
  it('count into the cap to the cent, and the refusal tells both parts', () => {
    given(does(cast.enzo, offers([1_000_000, beginning])), ask(left))
      .when(cast.enzo, submit())
      .accepts();
    given(does(cast.enzo, offers([1_000_000, beginning])), ask(left + 10_000))
      .when(cast.enzo, submit())
      .refuses('issuer_cap_exceeded', beyond);
    given(does(cast.enzo, offers([1, beginning])), ask(cap))
      .when(cast.enzo, submit())
      .refuses('issuer_cap_exceeded');
  });
  it('count beside what was offered here', () => {
    given(
      does(cast.enzo, offers([1_000_000, beginning])),
      submitted({ facts: { hardCap: 1_000_000 } }),
      ask(left),
    )
      .when(cast.enzo, submit('lst_2' as never))
      .refuses('issuer_cap_exceeded', {
        capCents: cap,
        offeredCents: 1_000_000,
        offPlatformCents: 1_000_000,
        askedCents: left,
      });
  });
  it('count for twelve months, to the millisecond', () => {
    const since = beginning - policy.issuerCapWindowMs;
    given(does(cast.enzo, offers([cap, since])), drafted())
      .when(cast.enzo, submit())
      .accepts();
    given(does(cast.enzo, offers([cap, since + 1])), drafted())
      .when(cast.enzo, submit())
      .refuses('issuer_cap_exceeded');
  });
  it('the last declaration counts, not the sum of all', () => {
    given(does(cast.enzo, offers([cap, beginning]), offers()), drafted())
      .when(cast.enzo, submit())
      .accepts();
  });
  it('cannot lie in the future', () => {
    given()
      .when(cast.enzo, offers([1, beginning]))
      .accepts();
    given()
      .when(cast.enzo, offers([1, beginning + 1]))
      .refuses('offer_date_invalid');
  });
  it('of another organisation count for that alone', () => {
    given(does(cast.enzo, offers([cap, beginning])), drafted({ who: cast.elsa, organisation: orgOf.elsa }))
      .when(cast.elsa, submit())
      .accepts();
  });
});

describe('ISS-5: what is named first', () => {
  precedence(
    () => ({
      steps: [drafted()],
      actor: cast.enzo,
      command: { kind: 'listings.submit' as const, listing: 'lst_1' as never },
    }),
    [
      [
        'prospectus_incomplete',
        'a gap in the prospectus',
        ({ steps }) =>
          steps.push((venue) => {
            const content = {
              ...venue.state.listings.listings.get('lst_1' as never)!.content,
              gaps: ['texts.story'],
            };
            venue.fold({ kind: 'listings.draft_saved', listing: 'lst_1' as never, content, at: venue.now });
          }),
      ],
      ['dossier_incomplete', 'a gap in the dossier', ({ steps }) => steps.push(untold)],
    ],
  );
  it('the dossier before the cap', () => {
    given(drafted({ facts: { hardCap: cap } }), untold)
      .when(cast.enzo, submit())
      .refuses('dossier_incomplete');
  });
});

describe('ISS-8: what was checked of a part', () => {
  const openAfter = (command: DossierCommand): readonly string[] => {
    const { state } = given().when(cast.enzo, command).accepts();
    return openChecks(state.dossier, organisation);
  };
  it('lapses when the part changes, and nothing else does', () => {
    expect(openAfter({ kind: 'dossier.saveRegistration', ...words })).to.have.members([
      'criminal_record',
      'jurisdiction',
      'register_extract',
      'sanctions',
    ]);
    expect(openAfter({ kind: 'dossier.saveOwners', ...words, shares: [] })).to.have.members([
      'owners_identified',
      'sanctions',
      'conflicts',
    ]);
    expect(openAfter({ kind: 'dossier.declare', ...words })).to.deep.equal(['conflicts']);
    expect(openAfter(offers())).to.deep.equal([]);
  });
  it('of another organisation stays', () => {
    const { state } = given()
      .when(cast.enzo, { kind: 'dossier.saveRegistration', ...words })
      .accepts();
    expect(openChecks(state.dossier, orgOf.elsa)).to.deep.equal([]);
  });
});
