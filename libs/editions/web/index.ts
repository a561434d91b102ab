export * from './changes-list';
export * from './edition-readiness';
export * from './edition-words';
export * from './editions-client';
export * from './phase-line';

/** Under `/sekretariat/kaaringer`. */
export const loadEditions = () => import('./editions.routes').then((m) => m.editionsRoutes);
