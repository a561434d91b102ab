export * from './outreach-counts';
export * from './outreach-client';
export * from './outreach-words';

/** Under `/kommune/kolleger`. */
export const loadColleagues = () => import('./colleagues-page').then((m) => m.ColleaguesPage);

/** Under `/sekretariat/kommuner`. */
export const loadOutreach = () => import('./outreach.routes').then((m) => m.outreachRoutes);
