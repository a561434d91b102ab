import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';

/** A finalist's picture that is not to be published with it. */
@Entity('left_out_image')
@ForeignKey('Nomination', ['nominationId'], ['id'], { name: 'fk_left_out_image_nomination_id' })
@ForeignKey('File', ['fileId'], ['id'], {
  name: 'fk_left_out_image_file_id',
  onDelete: 'CASCADE',
})
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_left_out_image_edition_id' })
export class LeftOutImage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_left_out_image' })
  nominationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_left_out_image' })
  fileId: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  leftOutBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  leftOutAt: Date;
}

/** A picture that the public may see; its id, made at the release, is its address. Never edited. */
@Entity('published_image')
@ForeignKey(
  'Nomination',
  ['nominationId', 'editionId', 'classCode'],
  ['id', 'editionId', 'classCode'],
  { name: 'fk_published_image_nomination_id' },
)
@ForeignKey('File', ['fileId'], ['id'], {
  name: 'fk_published_image_file_id',
  onDelete: 'SET NULL',
})
@ForeignKey('PublishedImage', ['replacedBy'], ['id'], { name: 'fk_published_image_replaced_by' })
@Index('uq_published_image_living', ['nominationId', 'fileId'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Index('ix_published_image_edition_id', ['editionId'])
@Check('ck_published_image_words', `trim(alt_text) <> '' and trim(photographer) <> ''`)
@Check(
  'ck_published_image_withdrawn',
  `(withdrawn_at is null) = (withdrawn_by is null)
    and (withdrawn_at is null) = (reason is null) and (withdrawn_at is not null or replaced_by is null)`,
)
export class PublishedImage {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_published_image' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('uuid')
  nominationId: string;

  /** Null when the file has been erased. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('integer')
  position: number;

  @Column('text')
  altText: string;

  @Column('text')
  photographer: string;

  @Column('text')
  caption: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  publishedAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  replacedBy: string | null;
}

/** A file that was sent to take the place of a published picture. */
@Entity('replacement_file')
@ForeignKey('File', ['fileId'], ['id'], {
  name: 'fk_replacement_file_file_id',
  onDelete: 'CASCADE',
})
@ForeignKey('PublishedImage', ['imageId'], ['id'], { name: 'fk_replacement_file_image_id' })
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_replacement_file_edition_id' })
@Index('ix_replacement_file_image_id', ['imageId'])
export class ReplacementFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_replacement_file' })
  fileId: string;

  @Column('uuid')
  imageId: string;

  @Column('uuid')
  editionId: string;
}
