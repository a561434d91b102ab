export { ClassCoverage } from './class-coverage';
export { JudgementRule } from './judgement-rule';
export { MyEntries } from './my-entries';
export { Obstacles } from './obstacles';
export { ReadingPlan } from './reading-plan';
export { ScoringClient } from './scoring-client';
export { STAGE_WORDS } from './scoring-words';
export { SeatProgress } from './seat-progress';
export { type SetAside, UnsentWords } from './unsent-words';

/** The pages of the area, each loaded when it is first opened. */
export const loadEntryPage = () => import('./entry-page').then((m) => m.EntryPage);
export const loadGlassPage = () => import('./glass-page').then((m) => m.GlassPage);
export const loadProgressPage = () => import('./progress-page').then((m) => m.ProgressPage);
