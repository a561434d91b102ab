import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { NominationContent } from '@award/award';

/** The content of an entry at every save and every sending. Rows are only added. */
@Entity('nomination_version')
@Unique('uq_nomination_version_nomination_id_number', ['nominationId', 'number'])
@Unique('uq_nomination_version_id_nomination_id', ['id', 'nominationId'])
@ForeignKey('Nomination', ['nominationId'], ['id'], { name: 'fk_nomination_version_nomination_id' })
@Check('ck_nomination_version_kind', `kind in ('save', 'submitted')`)
export class NominationVersion {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_nomination_version' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('integer')
  number: number;

  @Column('text')
  kind: 'save' | 'submitted';

  @Column('jsonb')
  content: NominationContent;

  @Column('text')
  sha256: string;

  @Column('uuid', { nullable: true })
  savedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  savedAt: Date;
}
