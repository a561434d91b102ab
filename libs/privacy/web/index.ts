export { myDataRoutes } from './privacy.routes';
export { periodInWords, RETENTION_WORDS } from './retention-words';

/** A page of the secretariat, loaded when it is first opened. */
export const loadOfOthersPage = () => import('./of-others-page').then((m) => m.OfOthersPage);
