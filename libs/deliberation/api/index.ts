export { ClassDoor, classHead, type ClassRoom, type Member } from './class-door';
export { supersedeAsCorrected } from './corrected-decisions';
export { DeliberationModule } from './deliberation.module';
export { Decisions } from './decisions.service';
export type { DecisionRow } from './meeting-state';
export { MinutesBook } from './minutes-book';
export { type MinutesFile, MinutesPapers } from './minutes-papers';
export { Rankings } from './rankings.service';
export { verifyKeptRankings } from './ranking-recomputed';
