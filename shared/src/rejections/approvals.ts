export const approvalsRejections = {
  already_proposed: 409,
  approval_expired: 409,
  same_person: 403,
  setting_out_of_bounds: 422,
  setting_date_invalid: 422,
} as const;
