export const protectionRejections = {} as const;
