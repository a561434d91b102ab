export * from './impartiality-client';
export * from './impartiality-words';

/** The pages of the area, each loaded when it is first opened. */
export const loadCandidatePage = () => import('./candidate-page').then((m) => m.CandidatePage);
export const loadDeclarePage = () => import('./declare-page').then((m) => m.DeclarePage);
export const loadOfficePage = () => import('./office-page').then((m) => m.OfficePage);
export const loadRelationsPage = () => import('./relations-page').then((m) => m.RelationsPage);
export const loadRulingsPage = () => import('./rulings-page').then((m) => m.RulingsPage);
