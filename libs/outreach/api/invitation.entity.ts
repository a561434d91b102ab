import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** An address that the secretariat has invited to answer for a municipality in an edition. */
@Entity('invitation')
@Unique('uq_invitation_once', ['editionId', 'municipalityId', 'email'])
export class Invitation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_invitation_edition_id' })
  @Column({ type: 'uuid' })
  editionId: string;

  @ForeignKey('Municipality', { name: 'fk_invitation_municipality_id' })
  @Column({ type: 'uuid' })
  municipalityId: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'uuid', nullable: true })
  invitedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  invitedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  remindedAt: Date | null;
}
