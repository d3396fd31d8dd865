/** Market abuse and money laundering: delegated regulation 2016/522 Annex II, DOMAIN §8. */
export const surveillancePolicy = {} as const;
