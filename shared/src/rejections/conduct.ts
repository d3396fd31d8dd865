export const conductRejections = {
  /** The complaint was closed or withdrawn. */
  complaint_closed: 409,
  /** The author of the complaint was told that it is admissible; that is said once. */
  admissibility_told: 409,
  /** An extension must lie later than the term and not too far, and there are only so many. */
  extension_invalid: 422,
  /** As many complaints of one person wait as may. */
  too_many_complaints: 409,
  /** The declared interest has ended already. */
  declaration_ended: 409,
  /** Fees begin after their notice and not too far ahead. */
  fee_date_invalid: 422,
  fee_out_of_bounds: 422,
} as const;
