export const approvalsEndpoints = {} as const;
