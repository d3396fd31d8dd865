const nothing = 'Nothing has changed, and no money is touched.';
const notKept = 'Nothing of the file was kept.';

const words = {
  dossier_incomplete: {
    what: 'The organisation’s details are not complete yet.',
    money: 'The listing stays a draft; nobody can commit yet.',
    next: 'Open the organisation and fill in what is marked as missing, then hand the listing in again.',
  },
  vat_invalid: {
    what: 'This is not a VAT number of that country: a digit is wrong or missing.',
    money: nothing,
    next: 'Copy it again from a certificate of registration.',
  },
  owners_exceed_whole: {
    what: 'Together the owners would hold more than 100 %.',
    money: nothing,
    next: 'Correct the shares; a share held through others counts once.',
  },
  offer_date_invalid: {
    what: 'An offer that was made elsewhere cannot lie in the future.',
    money: nothing,
    next: 'Correct its date. Declare it when it has been made.',
  },
  already_represents: {
    what: 'You already act for this organisation.',
    money: nothing,
    next: 'There is nothing to do.',
  },
  last_representative: {
    what: 'Nobody else acts for this organisation.',
    money: nothing,
    next: 'Invite somebody else and wait until they have accepted.',
  },
  invitations_full: {
    what: 'Too many invitations of this organisation are waiting for an answer.',
    money: nothing,
    next: 'Withdraw one, or wait until one is accepted or lapses.',
  },
  due_diligence_incomplete: {
    what: 'The checks on the issuer are not complete.',
    money: 'The listing is not admitted; nobody can commit.',
    next: 'Complete the checks on this page, then approve again.',
  },
  evidence_needed: {
    what: 'This check needs a document as evidence.',
    money: nothing,
    next: 'Upload the document or choose one of the issuer’s, then tick the check.',
  },
  document_refused: {
    what: 'The venue does not take this file.',
    money: notKept,
    next: 'Send a PDF, a PNG or JPEG picture, a text or CSV in UTF-8, or a DOCX, XLSX or ODT without macros, under a plain name.',
  },
  document_quota_exceeded: {
    what: 'There is no room left for the documents of this organisation.',
    money: notKept,
    next: 'Remove documents that are not needed any more, or send a smaller one.',
  },
  document_in_use: {
    what: 'This document cannot be removed or hidden: a check rests on it, or investors rely on it.',
    money: nothing,
    next: 'Upload a newer one beside it.',
  },
} as const;

export default words;
