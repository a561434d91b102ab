export type { ClassSheet, ScoreRow, ScoringInput } from './class-input';
export { counts } from './class-input';
export { ScoringModule } from './scoring.module';
export { Scoring } from './scoring.service';
