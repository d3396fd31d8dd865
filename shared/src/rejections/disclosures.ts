export const disclosuresRejections = {} as const;
