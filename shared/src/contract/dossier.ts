export const dossierEndpoints = {} as const;
