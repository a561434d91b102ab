import { Entity, ForeignKey, Index, PrimaryColumn, Column } from 'typeorm';

/** Which entry a file was sent to. Whether it is part of the entry stands in the entry's content. */
@Entity('nomination_file')
@Index('ix_nomination_file_nomination_id', ['nominationId'])
@ForeignKey('File', ['fileId'], ['id'], { name: 'fk_nomination_file_file_id', onDelete: 'CASCADE' })
@ForeignKey('Nomination', ['nominationId'], ['id'], { name: 'fk_nomination_file_nomination_id' })
export class NominationFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_nomination_file' })
  fileId: string;

  @Column('uuid')
  nominationId: string;
}
