export const conductRejections = {} as const;
