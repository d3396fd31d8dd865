export const disclosuresRejections = {
  kiis_too_long: 422,
  offer_suspended: 409,
  offer_over: 409,
  disclosure_open: 409,
  defect_corrected: 409,
  event_in_future: 422,
  too_many_questions: 409,
  already_answered: 409,
} as const;
