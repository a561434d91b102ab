import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { TipRelation } from '@award/award';

/** Somebody's tip about a municipality. It has an entry once the sender has confirmed it. */
@Entity('tip')
@Index('ix_tip_nomination_id', ['nominationId'])
@Index('ix_tip_edition_id', ['editionId'])
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_tip_edition_id' })
@ForeignKey('Municipality', ['municipalityId'], ['id'], { name: 'fk_tip_municipality_id' })
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_tip_nomination_id_edition_id',
})
@Check(
  'ck_tip_relation',
  `relation in ('resident', 'business', 'organisation', 'employee', 'elected', 'ks-region', 'nho-region', 'other')`,
)
@Check('ck_tip_region', `(relation in ('ks-region', 'nho-region')) = (region is not null)`)
@Check('ck_tip_confirmed', '(nomination_id is null) = (confirmed_at is null)')
@Check('ck_tip_language', `language in ('nb', 'nn', 'en')`)
export class Tip {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_tip' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  municipalityId: string;

  @Column('uuid', { nullable: true })
  nominationId: string | null;

  @Column('text')
  why: string;

  @Column('text')
  senderName: string;

  /** In lower case. */
  @Column('text')
  senderEmail: string;

  @Column('text')
  relation: TipRelation;

  @Column('text', { nullable: true })
  region: string | null;

  @Column('text')
  language: 'nb' | 'nn' | 'en';

  @Column('timestamptz', { default: () => 'award_now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
}
