import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A municipality's own word on letting others read its entry, as it stands now; the log keeps each time it was said. */
@Entity('learning_consent')
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_learning_consent_nomination_id_edition_id',
})
@Check('ck_learning_consent_contact', 'given or not with_contact')
export class LearningConsent {
  @PrimaryColumn({ type: 'uuid' })
  nominationId: string;

  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'boolean' })
  given: boolean;

  @Column({ type: 'boolean', default: false })
  withContact: boolean;

  @Column({ type: 'uuid', nullable: true })
  saidBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  saidAt: Date;
}

/** An entry's text as it is searched, kept by triggers. */
@Entity('search_document')
export class SearchDocument {
  @ForeignKey('Nomination', { name: 'fk_search_document_nomination_id' })
  @PrimaryColumn({ type: 'uuid' })
  nominationId: string;

  @Column({ type: 'tsvector', nullable: true, select: false })
  ownText: string | null;

  /** The same without accents and in small letters, for looking inside longer words. */
  @Column({ type: 'text', default: '' })
  ownLetters: string;

  @Column({ type: 'tsvector', nullable: true, select: false })
  reasons: string | null;

  @Column({ type: 'text', default: '' })
  reasonsLetters: string;

  @Column({ type: 'text', nullable: true })
  basis: string | null;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  fields: string[];

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  traits: string[];
}
