import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { House, TextKind } from '@award/award';

const OF_CLASS: [string, string, string] = ['id', 'editionId', 'classCode'];

/** The jury's reasons for a finalist: what is published, what is read on stage, and a note that never leaves the house. */
@Entity('justification')
@Unique('uq_justification_nomination_id_kind', ['nominationId', 'kind'])
@Unique('uq_justification_id_edition_id_class_code', OF_CLASS)
@Index('ix_justification_class', ['editionId', 'classCode'])
@ForeignKey('Nomination', ['nominationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_justification_nomination_id',
})
@Check(
  'ck_justification_state',
  `state in ('draft', 'sealed') and (state = 'sealed') = (sealed_at is not null)`,
)
@Check('ck_justification_sealed_hash', `state = 'draft' or sha256 is not null`)
@Check('ck_justification_written_form', `written_form in ('nb', 'nn')`)
@Check('ck_justification_kind', `kind = 'justification' or (kind = 'feedback' and stage_text = '')`)
export class Justification {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text', { default: 'justification' })
  kind: TextKind;

  @Column('text')
  writtenForm: 'nb' | 'nn';

  @Column('text', { default: '' })
  text: string;

  @Column('text', { default: '' })
  stageText: string;

  @Column('text', { default: '' })
  internalNote: string;

  @Column('text', { default: 'draft' })
  state: 'draft' | 'sealed';

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz', { nullable: true })
  sealedAt: Date | null;

  @Column('integer', { default: 1 })
  lockVersion: number;

  @Column('timestamptz', { default: () => 'award_now()' })
  updatedAt: Date;
}

/** The published words at every save that changed them. Rows are only added. */
@Entity('justification_version')
@Unique('uq_justification_version_number', ['justificationId', 'number'])
@ForeignKey('Justification', ['justificationId'], ['id'], {
  name: 'fk_justification_version_justification_id',
})
export class JustificationVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  justificationId: string;

  @Column('integer')
  number: number;

  @Column('text')
  text: string;

  @Column('text')
  stageText: string;

  @Column('text')
  sha256: string;

  @Column('uuid', { nullable: true })
  savedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  savedAt: Date;
}

/** When a justification was sealed, and why it was reopened. Rows are only added. */
@Entity('justification_step')
@Index('ix_justification_step_justification_id', ['justificationId', 'takenAt'])
@ForeignKey('Justification', ['justificationId'], ['id'], {
  name: 'fk_justification_step_justification_id',
})
@Check('ck_justification_step_action', `action in ('seal', 'reopen')`)
@Check('ck_justification_step_reason', `(action = 'reopen') = (reason is not null)`)
export class JustificationStep {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  justificationId: string;

  @Column('text')
  action: 'seal' | 'reopen';

  @Column('text')
  textSha256: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  takenBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  takenAt: Date;
}

/** A member's signature under one text, named by its hash. It counts only while the text has that hash. */
@Entity('sign_off')
@ForeignKey('Justification', ['justificationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_sign_off_justification_id',
})
@ForeignKey('Seat', ['seatId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_sign_off_seat_id',
})
@Check('ck_sign_off_house', `house in ('KS', 'NHO', 'independent')`)
export class SignOffRow {
  @PrimaryColumn('uuid')
  justificationId: string;

  @PrimaryColumn('uuid')
  seatId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  house: House;

  @PrimaryColumn('text')
  textSha256: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  signedAt: Date;
}
