import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Contribution, EndorsementAnswer } from '@award/award';
import { Partner } from './partner.entity';

/** What a partner has said about the entry: the latest answer, bound to the text that was shown. */
@Entity('endorsement')
@Index('ix_endorsement_nomination_id', ['nominationId'])
@ForeignKey(() => Partner, ['partnerId', 'nominationId'], ['id', 'nominationId'], {
  name: 'fk_endorsement_partner_id_nomination_id',
})
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_endorsement_nomination_id_edition_id',
})
@Check('ck_endorsement_answer', `answer in ('endorsed', 'declined')`)
@Check(
  'ck_endorsement_signed',
  `answer = 'declined' or (signer_name is not null and endorsed_at is not null)`,
)
export class Endorsement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_endorsement' })
  partnerId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  answer: EndorsementAnswer;

  @Column('jsonb', { default: [] })
  contributions: Contribution[];

  @Column('text', { nullable: true })
  signerName: string | null;

  @Column('text', { nullable: true })
  signerTitle: string | null;

  @Column('text')
  textHash: string;

  /** The first time it was endorsed: since then the partner belongs to what the jury declares on. */
  @Column('timestamptz', { nullable: true })
  endorsedAt: Date | null;
}
