export { ImpartialityClient } from './impartiality-client';
export { GROUND_WORDS, STANDING_TONES, STANDING_WORDS } from './impartiality-words';

/** The pages of the area, each loaded when it is first opened. */
export const loadDeclarePage = () => import('./declare-page').then((m) => m.DeclarePage);
export const loadRulingsPage = () => import('./rulings-page').then((m) => m.RulingsPage);
