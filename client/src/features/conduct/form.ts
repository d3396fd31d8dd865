import type { ComplaintForm } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';

/** The fields of the template as they are typed. */
export interface Typed {
  readonly name: string;
  readonly registration: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly represented: boolean;
  readonly repName: string;
  readonly repRegistration: string;
  readonly repAddress: string;
  readonly repEmail: string;
  readonly repPhone: string;
  readonly authority: string;
  readonly service: ComplaintForm['service'];
  readonly reference: string;
  readonly people: string;
  readonly description: string;
  readonly happenedOn: string;
  readonly damage: string;
  readonly other: string;
  readonly documents: string;
}

export const emptyForm = (name: string, email: string): Typed => ({
  name,
  registration: '',
  address: '',
  email,
  phone: '',
  represented: false,
  repName: '',
  repRegistration: '',
  repAddress: '',
  repEmail: '',
  repPhone: '',
  authority: '',
  service: 'other',
  reference: '',
  people: '',
  description: '',
  happenedOn: '',
  damage: '',
  other: '',
  documents: '',
});

const looksLikeMail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

/** Fields that are missing or too short, as they follow each other on the screen. */
export function wrongFields(typed: Typed): (keyof Typed)[] {
  const said = (field: 'name' | 'address' | 'repName' | 'repAddress' | 'authority' | 'happenedOn') =>
    typed[field].trim() !== '';
  const alone = !typed.represented;
  const checks: readonly (readonly [keyof Typed, boolean])[] = [
    ['name', said('name')],
    ['address', said('address')],
    ['email', looksLikeMail(typed.email)],
    ['repName', alone || said('repName')],
    ['repAddress', alone || said('repAddress')],
    ['repEmail', alone || looksLikeMail(typed.repEmail)],
    ['authority', alone || said('authority')],
    ['description', typed.description.trim().length >= 10],
    ['happenedOn', said('happenedOn')],
  ];
  return checks.flatMap(([field, right]) => (right ? [] : [field]));
}

/** What is sent of it; `listingId` is the listing it is about, where it is about one. */
export const asComplaint = (typed: Typed, listingId: ListingId | null): ComplaintForm => ({
  complainant: {
    name: typed.name.trim(),
    registration: typed.registration.trim(),
    address: typed.address.trim(),
    email: typed.email.trim(),
    phone: typed.phone.trim(),
  },
  representative: typed.represented
    ? {
        name: typed.repName.trim(),
        registration: typed.repRegistration.trim(),
        address: typed.repAddress.trim(),
        email: typed.repEmail.trim(),
        phone: typed.repPhone.trim(),
        authority: typed.authority.trim(),
      }
    : null,
  service: typed.service,
  listingId,
  reference: typed.reference.trim(),
  people: typed.people.trim(),
  description: typed.description,
  happenedOn: typed.happenedOn.trim(),
  damage: typed.damage,
  other: typed.other,
  documents: typed.documents
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 20),
});
