import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RemarkKind, SourceKind } from '@award/award';

const OF_CLASS: [string, string, string] = ['id', 'editionId', 'classCode'];

/** A comment on a passage of a text, or the source of what it claims. Settled, never deleted. */
@Entity('justification_remark')
@Index('ix_justification_remark_justification_id', ['justificationId', 'writtenAt'])
@ForeignKey('Justification', ['justificationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_justification_remark_justification_id',
})
@ForeignKey('Seat', ['sourceSeatId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_justification_remark_source_seat_id',
})
@Check(
  'ck_justification_remark_kind',
  `kind in ('comment', 'source') and (kind = 'source') = (source is not null)`,
)
@Check('ck_justification_remark_source', `source in ('entry', 'assessment', 'elsewhere')`)
@Check('ck_justification_remark_seat', `source_seat_id is null or source = 'assessment'`)
@Check(
  'ck_justification_remark_says',
  `case when kind = 'comment' then body <> '' else passage <> '' end`,
)
@Check('ck_justification_remark_settled', 'settled_at is not null or settled_by is null')
export class JustificationRemark {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  justificationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  kind: RemarkKind;

  @Column('text', { default: '' })
  passage: string;

  @Column('text', { default: '' })
  body: string;

  @Column('text', { nullable: true })
  source: SourceKind | null;

  @Column('uuid', { nullable: true })
  sourceSeatId: string | null;

  @Column('uuid', { nullable: true })
  writtenBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  writtenAt: Date;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;
}
