import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { CorrectionKind } from '@award/award';

const OF_CLASS: [string, string, string] = ['id', 'editionId', 'classCode'];

/** What is to be told instead of what has been told, why, and what the public reads about it. */
@Entity('correction')
@Index('uq_correction_open', ['editionId', 'scope'], {
  unique: true,
  where: 'given_up_at is null and release_id is null',
})
@Index('uq_correction_release_id', ['releaseId'], {
  unique: true,
  where: 'release_id is not null',
})
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_correction_edition_id_class_code',
})
@ForeignKey('Nomination', ['nominationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_correction_nomination_id',
})
@ForeignKey('Release', ['releaseId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_correction_release_id',
})
@Check('ck_correction_kind', `kind in ('announcement', 'text', 'prize-withdrawn')`)
@Check(
  'ck_correction_about',
  `(kind = 'announcement') = (nomination_id is null) and (kind = 'announcement') = (named is not null)`,
)
@Check(
  'ck_correction_scope',
  `(kind = 'text') <= (scope = 'all') and (kind = 'prize-withdrawn') <= (scope = class_code)
    and scope in ('all', class_code)`,
)
@Check('ck_correction_number', 'number >= 2')
@Check(
  'ck_correction_given_up',
  `(given_up_at is null) = (given_up_by is null) and (given_up_at is null or release_id is null)`,
)
export class Correction {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  kind: CorrectionKind;

  @Column('text')
  scope: string;

  /** The number that its release gets. */
  @Column('integer')
  number: number;

  @Column('uuid', { nullable: true })
  nominationId: string | null;

  /** Who it should have been, in order; for an announcement only. */
  @Column('jsonb', { nullable: true })
  named: string[] | null;

  /** What the public reads. */
  @Column('text')
  note: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  openedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  openedAt: Date;

  @Column('uuid', { nullable: true })
  givenUpBy: string | null;

  @Column('timestamptz', { nullable: true })
  givenUpAt: Date | null;

  @Column('uuid', { nullable: true })
  releaseId: string | null;
}

/** A municipality's own request that what has been told of it be corrected, and what came of it. */
@Entity('correction_request')
@Index('uq_correction_request_open', ['nominationId'], { unique: true, where: 'answer is null' })
@Index('ix_correction_request_edition_id', ['editionId', 'askedAt'])
@ForeignKey('Nomination', ['nominationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_correction_request_nomination_id',
})
@Check('ck_correction_request_answer', `answer in ('mended', 'stands')`)
@Check(
  'ck_correction_request_answered',
  `(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)
    and (answer = 'mended') is not distinct from (case when answer is null then null else correction_id is not null end)`,
)
export class CorrectionRequest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  text: string;

  @Column('uuid')
  askedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;

  @Column('text', { nullable: true })
  answer: 'mended' | 'stands' | null;

  @Column('text', { default: '' })
  reply: string;

  /** The members of the class have been told. */
  @Column('boolean', { default: false })
  concernsAssessment: boolean;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @ForeignKey('Correction', { name: 'fk_correction_request_correction_id' })
  @Column('uuid', { nullable: true })
  correctionId: string | null;
}
