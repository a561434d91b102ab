import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A picture made anew for a page or for the press. It lies in the database wherever its original does. */
@Entity('image_size')
@ForeignKey('File', ['fileId'], ['id'], { name: 'fk_image_size_file_id', onDelete: 'CASCADE' })
@Check('ck_image_size_name', `name in ('480', '960', '1600', 'press')`)
@Check('ck_image_size_kind', `kind in ('webp', 'jpeg') and (kind = 'jpeg') = (name = 'press')`)
@Check('ck_image_size_bytes', 'octet_length(bytes) between 1 and 8000000')
export class ImageSize {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_image_size' })
  fileId: string;

  /** The width that a page asks for, or `press`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_image_size' })
  name: string;

  @Column('text')
  kind: 'webp' | 'jpeg';

  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  @Column('text')
  sha256: string;

  @Column('bytea')
  bytes: Buffer;
}
