import {
  emptyDraft,
  type Draft,
  type ListingView,
  type OrganisationProfile,
  type Request,
  type Contract,
} from '@piazza/shared/contract';
import type { ListingId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import type { DemoVenue } from './company.ts';
import type { SentBack } from './chapters.ts';
import { checkIssuer, fillDossier } from './dossier.ts';

type Save = Request<Contract['listings.saveDraft']>['body'];

/** One listing of the story under way: who speaks for it, and where it stands. */
export class Issue {
  readonly #venue: DemoVenue;
  readonly #issuer: PersonId;
  #listing: ListingView | undefined;

  constructor(venue: DemoVenue, issuer: PersonId) {
    this.#venue = venue;
    this.#issuer = issuer;
  }

  get listingId(): ListingId {
    return this.#now.id;
  }

  /** @throws Error before it was published. */
  get offerId(): OfferId {
    const { offerId } = this.#now;
    if (offerId === null) throw new Error(`${this.#now.draft.texts.title} has no offer yet`);
    return offerId;
  }

  get #now(): ListingView {
    if (this.#listing === undefined) throw new Error('a listing of the story was not begun');
    return this.#listing;
  }

  get #path(): { readonly params: { readonly listingId: ListingId } } {
    return { params: { listingId: this.#now.id } };
  }

  /** Begins a draft with the texts alone, for an organisation that is registered where it is not yet. */
  async begin(profile: OrganisationProfile, texts: Draft['texts']): Promise<void> {
    const say = this.#venue.voices(this.#issuer);
    const { items } = await say('organisations.mine');
    const known: OrganisationId | undefined = items.find(({ name }) => name === profile.name)?.id;
    const organisationId = known ?? (await say('organisations.create', { body: profile })).id;
    await fillDossier(say, organisationId, profile);
    this.#listing = await say('listings.create', { body: { organisationId } });
    await this.save({ ...emptyDraft, texts });
  }

  async save(draft: Draft): Promise<void> {
    const body: Save = { revision: this.#now.revision, draft };
    this.#listing = await this.#venue.voices(this.#issuer)('listings.saveDraft', { ...this.#path, body });
  }

  async submit(): Promise<void> {
    this.#listing = await this.#venue.voices(this.#issuer)('listings.submit', this.#path);
  }

  async take(operator: PersonId): Promise<void> {
    this.#listing = await this.#venue.voices(operator)('review.take', this.#path);
  }

  async sendBack(operator: PersonId, { reason, comments }: SentBack): Promise<void> {
    const body = { reason, comments: [...comments] };
    this.#listing = await this.#venue.voices(operator)('review.requestChanges', { ...this.#path, body });
  }

  async approve(operator: PersonId, reason: string): Promise<void> {
    const { contentHash, organisation } = this.#now;
    await checkIssuer(this.#venue.voices(operator), organisation.id);
    const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
    const body = { contentHash, ...gates, reason };
    this.#listing = await this.#venue.voices(operator)('review.approve', { ...this.#path, body });
  }

  /** Opens the offer, now or at its opening time. */
  async publish(): Promise<void> {
    this.#listing = await this.#venue.voices(this.#issuer)('listings.publish', this.#path);
  }
}
