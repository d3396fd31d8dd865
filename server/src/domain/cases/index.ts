export { caseActs, type CaseAct } from './closing.ts';
export { decideCases } from './decide.ts';
export * from './events.ts';
export { evolveCases } from './evolve.ts';
export { isConcerned, openAlerts, openCases, subjectsOf, type CasesView, type Waiting } from './queries.ts';
export * from './state.ts';
