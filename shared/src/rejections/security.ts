export const securityRejections = {
  second_factor_needed: 401,
  sign_in_expired: 401,
  step_up_needed: 403,
  code_wrong: 422,
  passkey_refused: 422,
  too_many_passkeys: 409,
  two_factor_on: 409,
  two_factor_off: 409,
  confirmation_wrong: 422,
  erasure_blocked: 409,
} as const;
