import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The link that a business association or a region passes on to its members. A new generation ends the one before. */
@Entity('pass_on_link')
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_pass_on_link_nomination_id_edition_id',
})
export class PassOnLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pass_on_link' })
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('integer', { default: 1 })
  generation: number;

  @Column('uuid', { nullable: true })
  madeBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
