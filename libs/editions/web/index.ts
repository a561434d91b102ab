export * from './changes-list';
export * from './code-of';
export * from './edition-part-nav';
export * from './edition-readiness';
export * from './edition-words';
export * from './editions-client';
export * from './phase-line';
export * from './section-form';
export * from './section-frame';
export * from './words-field';

/** Under `/sekretariat/kaaringer`. */
export const loadEditions = () => import('./editions.routes').then((m) => m.editionsRoutes);
export * from './oslo-input';
