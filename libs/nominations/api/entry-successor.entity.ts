import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The municipality that answers for an entry whose own was divided among several. */
@Entity('entry_successor')
@Index('ix_entry_successor_municipality_id', ['municipalityId'])
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_entry_successor_nomination_id_edition_id',
})
@ForeignKey('Municipality', ['municipalityId'], ['id'], {
  name: 'fk_entry_successor_municipality_id',
})
@Check('ck_entry_successor_reason', `reason <> ''`)
export class EntrySuccessor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_entry_successor' })
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  municipalityId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  namedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  namedAt: Date;
}
