import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Ground } from '@award/award';

/**
 * A member's statement about one entry. Only ever added to: the latest counts. It carries no class,
 * so that an entry can be reclassified before scoring.
 */
@Entity('declaration')
@ForeignKey('Seat', ['seatId'], ['id'], { name: 'fk_declaration_seat_id' })
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_declaration_nomination_id_edition_id',
})
@Index('ix_declaration_seat_id', ['seatId', 'nominationId', 'declaredAt'])
@Check('ck_declaration_answer', `answer in ('none', 'ground')`)
@Check('ck_declaration_ground', `(answer = 'ground') = (ground is not null)`)
export class DeclarationRow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  seatId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  answer: 'none' | 'ground';

  @Column('text', { nullable: true })
  ground: Ground | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  declaredAt: Date;
}
