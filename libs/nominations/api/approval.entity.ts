import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Approver } from '@award/award';

/** The mayor or the chief executive who has been asked, and the hash of what was approved. */
@Entity('approval')
@Index('uq_approval_living', ['nominationId', 'approver'], {
  unique: true,
  where: 'revoked_at is null',
})
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_approval_nomination_id_edition_id',
})
@Check('ck_approval_approver', `approver in ('mayor', 'chief-executive')`)
@Check('ck_approval_approved', '(approved_sha256 is null) = (approved_at is null)')
export class Approval {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_approval' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  approver: Approver;

  @Column('text')
  name: string;

  /** In lower case. */
  @Column('text')
  email: string;

  @Column('uuid', { nullable: true })
  askedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  approvedSha256: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;
}

/** What the sender has said of a later text, compared with the one that was approved. */
@Entity('approval_statement')
@ForeignKey(() => Approval, ['approvalId'], ['id'], { name: 'fk_approval_statement_approval_id' })
export class ApprovalStatement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_approval_statement' })
  approvalId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_approval_statement' })
  sha256: string;

  @Column('boolean')
  ofSubstance: boolean;

  @Column('uuid', { nullable: true })
  statedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  statedAt: Date;
}
