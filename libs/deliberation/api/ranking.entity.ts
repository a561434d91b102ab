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
import type { RankingInput, RankingResult } from './ranking-input';

/** A ranking as it was when somebody built on it: what it was made from, what came out, and the hash of the former. */
@Entity('ranking')
@Unique('uq_ranking_id_edition_id_class_code', ['id', 'editionId', 'classCode'])
@Index('ix_ranking_class', ['editionId', 'classCode', 'madeAt'])
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_ranking_edition_id_class_code',
})
export class Ranking {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  method: string;

  @Column('text')
  inputHash: string;

  @Column('jsonb')
  input: RankingInput;

  @Column('jsonb')
  result: RankingResult;

  @Column('uuid', { nullable: true })
  madeBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  madeAt: Date;
}

@Entity('ranking_place')
@ForeignKey('Ranking', ['rankingId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ranking_place_ranking_id',
})
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_ranking_place_nomination_id',
})
@Check(
  'ck_ranking_place_unscored',
  '(counted = 0) = (place is null) and (counted = 0) = (mean is null)',
)
export class RankingPlace {
  @PrimaryColumn('uuid')
  rankingId: string;

  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('integer', { nullable: true })
  place: number | null;

  @Column('double precision', { nullable: true })
  mean: number | null;

  @Column('integer')
  counted: number;
}
