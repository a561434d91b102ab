import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That a municipality has asked for what is told of its withdrawn entry to be hidden. */
@Entity('hidden_text')
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_hidden_text_nomination_id_edition_id',
})
export class HiddenText {
  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  askedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;
}
