import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { ClearanceKnows, ClearancePart } from '@award/award';
import type { StagePerson } from '@award/publication/contract';

const OF_CLASS: [string, string] = ['editionId', 'classCode'];
const CLASS: [string, string] = ['editionId', 'code'];

/** When the finalists were asked who comes on stage, and until when they may answer. */
@Entity('stage_call')
@Check('ck_stage_call_due', 'due_at > asked_at')
export class StageCall {
  @ForeignKey('Edition', { name: 'fk_stage_call_edition_id' })
  @PrimaryColumn({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'timestamptz' })
  dueAt: Date;

  @Column({ type: 'uuid' })
  askedBy: string;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  askedAt: Date;
}

/** Who comes on stage for a finalist, and how its name is said. Erased when the show is long over. */
@Entity('stage_party')
@ForeignKey(
  'Nomination',
  ['nominationId', 'editionId', 'classCode'],
  ['id', 'editionId', 'classCode'],
  {
    name: 'fk_stage_party_nomination_id',
  },
)
@Check('ck_stage_party_people', `jsonb_typeof(people) = 'array'`)
export class StageParty {
  @PrimaryColumn({ type: 'uuid' })
  nominationId: string;

  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  classCode: string;

  @Column({ type: 'text', default: '' })
  said: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  people: StagePerson[];

  @Column({ type: 'text', default: '' })
  needs: string;

  @Column({ type: 'integer', default: 1 })
  lockVersion: number;

  @Column({ type: 'uuid', nullable: true })
  changedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  changedAt: Date;
}

/** Who presents a class, and what the secretariat has noted for the run of show. */
@Entity('stage_class_plan')
@ForeignKey('EditionClass', OF_CLASS, CLASS, { name: 'fk_stage_class_plan_class_code' })
export class StageClassPlan {
  @PrimaryColumn({ type: 'uuid' })
  editionId: string;

  @PrimaryColumn({ type: 'text' })
  classCode: string;

  @Column({ type: 'text', default: '' })
  presenters: string;

  @Column({ type: 'text', default: '' })
  note: string;

  @Column({ type: 'integer', default: 1 })
  lockVersion: number;
}

/** A person who has been told before everybody else: of the finalists, or of the winner of a class. */
@Entity('clearance')
@ForeignKey('EditionClass', OF_CLASS, CLASS, { name: 'fk_clearance_class_code' })
@Check(
  'ck_clearance_knows',
  `knows in ('finalists', 'winners') and (knows = 'winners') = (class_code is not null)`,
)
@Check(
  'ck_clearance_part',
  `part in ('presenter', 'technician', 'photographer', 'journalist', 'other')`,
)
@Check('ck_clearance_journalist', `part <> 'journalist' or knows = 'finalists'`)
@Check('ck_clearance_ended', '(ended_at is null) = (ended_by is null)')
@Index('ix_clearance_edition_id', ['editionId', 'clearedAt'])
export class Clearance {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_clearance_edition_id' })
  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  knows: ClearanceKnows;

  @Column({ type: 'text', nullable: true })
  classCode: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  part: ClearancePart;

  @Column({ type: 'text', default: '' })
  organisation: string;

  /** Set when the person also signs in here. */
  @ForeignKey('Person', { name: 'fk_clearance_person_id' })
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'uuid' })
  clearedBy: string;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  clearedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}

/** Where the screens are in a rehearsal, apart from where the real show is. */
@Entity('stage_rehearsal')
@Check('ck_stage_rehearsal_step', 'step >= 0')
export class StageRehearsal {
  @ForeignKey('Edition', { name: 'fk_stage_rehearsal_edition_id' })
  @PrimaryColumn({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'integer', default: 0 })
  step: number;

  @Column({ type: 'boolean', default: false })
  blank: boolean;

  @Column({ type: 'boolean', default: false })
  held: boolean;

  @Column({ type: 'integer', default: 0 })
  sequence: number;
}
