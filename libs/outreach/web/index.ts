export * from './outreach-counts';
export * from './outreach-client';
export * from './outreach-words';

/** Under `/sekretariat/kommuner`. */
export const loadOutreach = () => import('./outreach.routes').then((m) => m.outreachRoutes);
