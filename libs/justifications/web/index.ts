export * from './justifications-client';

/** The pages, each in a script of its own. */
export const loadJustificationListPage = () =>
  import('./justification-list-page').then((m) => m.JustificationListPage);
export const loadFactCheck = () => import('./fact-check-page').then((m) => m.FactCheckPage);
export const loadJustificationPage = () =>
  import('./justification-page').then((m) => m.JustificationPage);
