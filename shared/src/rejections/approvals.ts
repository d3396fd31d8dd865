export const approvalsRejections = {
  already_proposed: 409,
  approval_expired: 409,
  same_person: 403,
} as const;
