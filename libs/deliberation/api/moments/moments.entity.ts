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
import type { ClassAnswer } from '@award/award';

const CLASS = ['editionId', 'classCode'] as const;
const OF_CLASS: [string, string, string] = ['id', ...CLASS];

/** Whether an entry keeps its class, asked of the class's jury after scoring has opened. Settled once, and kept. */
@Entity('class_question')
@Unique('uq_class_question_id_edition_id_class_code', OF_CLASS)
@Index('uq_class_question_open', ['nominationId'], { unique: true, where: 'outcome is null' })
@Index('ix_class_question_class', [...CLASS])
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_class_question_nomination_id',
})
@ForeignKey('EditionClass', [...CLASS], ['editionId', 'code'], {
  name: 'fk_class_question_class_code',
})
@ForeignKey('EditionClass', ['editionId', 'toClass'], ['editionId', 'code'], {
  name: 'fk_class_question_to_class',
})
@ForeignKey('Seat', ['settledBy', ...CLASS], OF_CLASS, { name: 'fk_class_question_settled_by' })
@Check('ck_class_question_other', 'to_class <> class_code')
@Check('ck_class_question_outcome', `outcome in ('keep', 'move')`)
@Check(
  'ck_class_question_settled',
  'num_nonnulls(outcome, reason, in_favour, against, sheets_set_aside, settled_by, settled_at) in (0, 7)',
)
export class ClassQuestionRow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  toClass: string;

  @Column('text')
  finding: string;

  @Column('uuid', { nullable: true })
  askedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;

  @Column('text', { nullable: true })
  outcome: ClassAnswer | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('integer', { nullable: true })
  inFavour: number | null;

  @Column('integer', { nullable: true })
  against: number | null;

  @Column('integer', { nullable: true })
  sheetsSetAside: number | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}

/** One member's answer, changed as long as the question is open. */
@Entity('class_answer')
@ForeignKey(() => ClassQuestionRow, ['questionId', ...CLASS], OF_CLASS, {
  name: 'fk_class_answer_question_id',
})
@ForeignKey('Seat', ['seatId', ...CLASS], OF_CLASS, { name: 'fk_class_answer_seat_id' })
@Check('ck_class_answer_answer', `answer in ('keep', 'move')`)
export class ClassAnswerRow {
  @PrimaryColumn('uuid')
  questionId: string;

  @PrimaryColumn('uuid')
  seatId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  answer: ClassAnswer;

  @Column('timestamptz', { default: () => 'award_now()' })
  answeredAt: Date;
}

/** The jury has kept a sealed decision that somebody since recused took part in. */
@Entity('decision_review')
@Index('ix_decision_review_decision_id', ['decisionId'])
@ForeignKey('Decision', ['decisionId', ...CLASS], OF_CLASS, {
  name: 'fk_decision_review_decision_id',
})
@ForeignKey('Meeting', ['meetingId', ...CLASS], OF_CLASS, { name: 'fk_decision_review_meeting_id' })
@Check('ck_decision_review_votes', 'votes_against >= 0 and votes_for > votes_against')
export class DecisionReview {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  decisionId: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  reason: string;

  @Column('integer')
  votesFor: number;

  @Column('integer')
  votesAgainst: number;

  @Column('uuid', { nullable: true })
  settledBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  settledAt: Date;
}
