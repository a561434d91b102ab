export { EligibilityClient } from './eligibility-client';

/** Under `/sekretariat/forslag`. */
export const loadEntries = () => import('./eligibility.routes').then((m) => m.eligibilityRoutes);
