export const protectionRejections = {
  /** The answer is to a question that is not the open one. */
  no_open_question: 409,
  // what a person says of themselves
  tax_code_invalid: 422,
  under_age: 422,
  answers_invalid: 422,
  criteria_insufficient: 422,
  attestation_missing: 422,
  // what must come first
  identity_needed: 409,
  identity_not_approved: 409,
  knowledge_test_needed: 409,
  loss_simulation_needed: 409,
  request_pending: 409,
  // nothing is there to be decided or answered
  nothing_to_decide: 409,
  no_open_test: 409,
  nothing_to_acknowledge: 409,
} as const;
