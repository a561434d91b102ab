import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A reading of sheets before the class was closed. The reason is kept here: the log holds no words. */
@Entity('glass_breaking')
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_glass_breaking_edition_id_class_code',
})
@ForeignKey('Person', ['brokenBy'], ['id'], { name: 'fk_glass_breaking_broken_by' })
@Index('ix_glass_breaking_edition_id', ['editionId', 'classCode'])
export class GlassBreaking {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  brokenBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  brokenAt: Date;
}
