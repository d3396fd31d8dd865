export const surveillanceRejections = {} as const;
