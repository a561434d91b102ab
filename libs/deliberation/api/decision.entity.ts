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
import type { TieSettlement } from '@award/award';

const OF_CLASS: [string, string, string] = ['id', 'editionId', 'classCode'];

/** What a class's jury has decided. Sealed when made: it is superseded by another, never edited. */
@Entity('decision')
@Unique('uq_decision_id_edition_id_class_code', OF_CLASS)
@Unique('uq_decision_supersedes_id', ['supersedesId'])
@Index('uq_decision_first', ['editionId', 'classCode', 'kind'], {
  unique: true,
  where: 'supersedes_id is null',
})
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_decision_edition_id_class_code',
})
@ForeignKey('Ranking', ['rankingId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_decision_ranking_id',
})
@ForeignKey('BallotRow', ['ballotId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_decision_ballot_id',
})
@ForeignKey('Decision', ['finalistsDecisionId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_decision_finalists_decision_id',
})
@ForeignKey('Decision', ['supersedesId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_decision_supersedes_id',
})
@Check('ck_decision_kind', `kind in ('finalists', 'winner')`)
@Check(
  'ck_decision_number',
  `(kind = 'finalists' and number between 0 and 6) or (kind = 'winner' and number between 0 and 2)`,
)
@Check('ck_decision_settlement', `settlement in ('second-ballot', 'leader-vote', 'shared')`)
@Check(
  'ck_decision_votes',
  '(votes_for is null) = (votes_against is null) and votes_for >= 0 and votes_against >= 0',
)
@Check('ck_decision_winner_of', `(kind = 'winner') = (finalists_decision_id is not null)`)
export class Decision {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  kind: 'finalists' | 'winner';

  @Column('integer')
  number: number;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  dissent: string | null;

  @Column('integer', { nullable: true })
  votesFor: number | null;

  @Column('integer', { nullable: true })
  votesAgainst: number | null;

  @Column('text', { nullable: true })
  settlement: TieSettlement | null;

  @Column('uuid', { nullable: true })
  rankingId: string | null;

  @Column('uuid', { nullable: true })
  ballotId: string | null;

  @Column('uuid', { nullable: true })
  finalistsDecisionId: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  sealedAt: Date;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;

  @Column('boolean', { default: false })
  asPublished: boolean;
}

@Entity('decision_entry')
@Unique('uq_decision_entry_position', ['decisionId', 'outcome', 'position'])
@Index('ix_decision_entry_nomination_id', ['nominationId'])
@ForeignKey('Decision', ['decisionId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_decision_entry_decision_id',
})
@ForeignKey('Nomination', ['nominationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_decision_entry_nomination_id',
})
@Check('ck_decision_entry_outcome', `outcome in ('finalist', 'reserve', 'winner')`)
export class DecisionEntry {
  @PrimaryColumn('uuid')
  decisionId: string;

  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  outcome: 'finalist' | 'reserve' | 'winner';

  @Column('integer')
  position: number;
}
