import type { ComplaintForm } from '@piazza/shared/contract';

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

/** Fields that are missing or too short. */
export function wrongFields(typed: Typed): (keyof Typed)[] {
  const needed: (keyof Typed)[] = ['name', 'address', 'happenedOn'];
  if (typed.represented) needed.push('repName', 'repAddress', 'authority');
  const wrong = needed.filter((field) => String(typed[field]).trim() === '');
  if (!looksLikeMail(typed.email)) wrong.push('email');
  if (typed.represented && !looksLikeMail(typed.repEmail)) wrong.push('repEmail');
  if (typed.description.trim().length < 10) wrong.push('description');
  return wrong;
}

/** What is sent of it. */
export const asComplaint = (typed: Typed): ComplaintForm => ({
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
  listingId: null,
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
