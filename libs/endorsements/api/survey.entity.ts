import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { BusinessSize, SurveyAnswers, Trade } from '@award/award';

/**
 * One business's answers to the eight questions. No partner, no time, and the rows of an entry are
 * laid anew in random order each time one is added, so that neither their place nor the transaction
 * that wrote them tells which came when.
 */
@Entity('survey_answer')
@Index('ix_survey_answer_nomination_id', ['nominationId'])
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_survey_answer_nomination_id_edition_id',
})
export class SurveyAnswer {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_survey_answer' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  size: BusinessSize;

  @Column('text')
  trade: Trade;

  @Column('jsonb')
  answers: SurveyAnswers;
}

/**
 * A link that has been used for the survey, by a ticket that only the link's holder or the
 * installation's secret can make: the database alone cannot say whose it is.
 */
@Entity('survey_spent')
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_survey_spent_edition_id' })
export class SurveySpent {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_survey_spent' })
  ticket: string;

  @Column('uuid')
  editionId: string;
}

/** What the municipality answers about itself. */
@Entity('own_survey')
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_own_survey_nomination_id_edition_id',
})
export class OwnSurvey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_own_survey' })
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('jsonb')
  answers: SurveyAnswers;

  @Column('integer', { default: 1 })
  lockVersion: number;

  @Column('uuid', { nullable: true })
  updatedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  updatedAt: Date;
}
