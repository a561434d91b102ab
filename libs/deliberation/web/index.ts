export * from './class-scope';
export type { ClassRef } from './deliberation-client';
export { OpenClassQuestions } from './moments/open-class-questions';
export { HOUSE_WORDS } from './words';

/** The pages, each in a script of its own. */
export const loadClassesPage = () => import('./classes-page').then((m) => m.ClassesPage);
export const loadClassQuestionsPage = () =>
  import('./moments/class-questions-page').then((m) => m.ClassQuestionsPage);
export const loadMeetingPage = () => import('./meeting-page').then((m) => m.MeetingPage);
export const loadMinutesPage = () => import('./minutes-page').then((m) => m.MinutesPage);
export const loadRankingPage = () => import('./ranking-page').then((m) => m.RankingPage);
export const loadProjectorPage = () => import('./talk/projector-page').then((m) => m.ProjectorPage);
