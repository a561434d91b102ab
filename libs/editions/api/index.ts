export { EditionCreation, type NewEdition } from './edition-creation.service';
export { EditionTimetable } from './edition-timetable.service';
export { demandReach, Editions, isDenied, type Db } from './editions.service';
export type { CriterionRow, EditionClassRow, EditionRow } from './edition-row';
export { EditionsModule } from './editions.module';
export { type Readings, ruleHash, ruleOf } from './rule-hash';
