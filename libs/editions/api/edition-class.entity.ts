import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClassStage } from '@award/award';
import type { Words } from '@award/editions/contract';

/** A size class of one edition. Its bounds cannot overlap another's: the database refuses it. */
@Entity('edition_class')
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_edition_class_edition_id' })
@Check(
  'ck_edition_class_stage',
  `stage in ('waiting', 'scoring', 'deliberation', 'finalists-sealed', 'winner-sealed')`,
)
@Check('ck_edition_class_code', `code ~ '^[a-z][a-z0-9-]{0,30}$'`)
@Check(
  'ck_edition_class_bounds',
  'min_population is null or max_population is null or min_population < max_population',
)
@Check('ck_edition_class_numbers', 'finalists between 0 and 6 and winners between 0 and 2')
@Exclusion(
  'ex_edition_class_bounds',
  'using gist (edition_id with =, int4range(min_population, max_population) with &&)',
  { deferrable: 'INITIALLY IMMEDIATE' },
)
export class EditionClass {
  @PrimaryColumn({ type: 'uuid' })
  editionId: string;

  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'jsonb' })
  name: Words;

  @Column({ type: 'integer', nullable: true })
  minPopulation: number | null;

  @Column({ type: 'integer', nullable: true })
  maxPopulation: number | null;

  @Column({ type: 'integer', default: 3 })
  finalists: number;

  @Column({ type: 'integer', default: 1 })
  winners: number;

  @Column({ type: 'text', default: 'waiting' })
  stage: ClassStage;
}
