import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RetentionKind } from '@award/award';

/** A period that the secretariat has set; the one with the highest number of its kind holds. */
@Entity('retention_change')
@ForeignKey('Person', ['changedBy'], ['id'])
@Check('ck_retention_change_number', 'number > 0')
@Check(
  'ck_retention_change_days',
  'days between 0 and 1825 and days_before between 0 and 1825 and days <> days_before',
)
@Check('ck_retention_change_reason', `trim(reason) <> ''`)
export class RetentionChange {
  @PrimaryColumn('text')
  kind: RetentionKind;

  @PrimaryColumn('integer')
  number: number;

  @Column('integer')
  days: number;

  @Column('integer')
  daysBefore: number;

  @Column('text')
  reason: string;

  @Column('uuid')
  changedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  changedAt: Date;
}
