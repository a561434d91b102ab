import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReleaseText as Words } from '@award/award';

/** One version of what is sent out with a result. The newest stands. */
@Entity('release_text')
@Check('ck_release_text_version', 'version >= 1')
export class ReleaseTextVersion {
  @ForeignKey('Edition', { name: 'fk_release_text_edition_id' })
  @PrimaryColumn({ type: 'uuid' })
  editionId: string;

  /** `all` for the finalists, a class code for its winners. */
  @PrimaryColumn({ type: 'text' })
  scope: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  words: Words;

  @Column({ type: 'uuid' })
  savedBy: string;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  savedAt: Date;
}
