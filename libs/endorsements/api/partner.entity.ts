import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A business that has been asked, by the municipality or through the link that was passed on. */
@Entity('partner')
@Unique('uq_partner_id_nomination_id', ['id', 'nominationId'])
@Index('uq_partner_living_email', ['nominationId', 'email'], {
  unique: true,
  where: 'revoked_at is null',
})
@Index('uq_partner_living_organisation', ['nominationId', 'organisationNumber'], {
  unique: true,
  where: 'revoked_at is null',
})
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_partner_nomination_id_edition_id',
})
@Check('ck_partner_organisation_number', `organisation_number ~ '^[0-9]{9}$'`)
@Check('ck_partner_origin', `origin in ('municipality', 'passed-on')`)
@Check('ck_partner_language', `language in ('nb', 'nn', 'en')`)
export class Partner {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_partner' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  organisationNumber: string | null;

  /** In lower case. */
  @Column('text')
  email: string;

  @Column('text')
  language: 'nb' | 'nn' | 'en';

  @Column('text')
  origin: 'municipality' | 'passed-on';

  @Column('uuid', { nullable: true })
  askedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
