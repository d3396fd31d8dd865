export const issuersRejections = {
  // who the issuer is
  dossier_incomplete: 422,
  vat_invalid: 422,
  owners_exceed_whole: 422,
  offer_date_invalid: 422,
  // who acts for it
  already_represents: 409,
  last_representative: 409,
  invitations_full: 409,
  // what the venue checks of it
  due_diligence_incomplete: 409,
  evidence_needed: 422,
  // its documents
  document_refused: 422,
  document_quota_exceeded: 409,
  document_in_use: 409,
} as const;
