import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { SuccessionKind, WrittenForm } from './register-state';

/** A municipality through all its numbers. */
@Entity('municipality')
@Unique('uq_municipality_stable_key', ['stableKey'])
@Unique('uq_municipality_organisation_number', ['organisationNumber'])
@Check('ck_municipality_organisation_number', `organisation_number ~ '^[0-9]{9}$'`)
@Check('ck_municipality_written_form', `written_form in ('nb', 'nn', 'neutral')`)
export class Municipality {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  stableKey: string;

  @Column({ type: 'text', nullable: true })
  organisationNumber: string | null;

  @Column({ type: 'text', nullable: true })
  writtenForm: WrittenForm | null;

  @Column({ type: 'text', nullable: true })
  postAddress: string | null;

  @Column({ type: 'text', nullable: true })
  mailDomain: string | null;

  @Column({ type: 'boolean', default: false })
  invented: boolean;
}

/** The residents of a municipality on a 1 January. */
@Entity('population')
@Check('ck_population_count', 'count >= 0')
export class Population {
  @ForeignKey('Municipality', { name: 'fk_population_municipality_id' })
  @PrimaryColumn({ type: 'uuid' })
  municipalityId: string;

  @PrimaryColumn({ type: 'date' })
  onDate: string;

  @Column({ type: 'integer' })
  count: number;

  @Column({ type: 'text' })
  source: string;
}

/** One municipality that passed into another, or was parted from it. */
@Entity('succession')
@Check('ck_succession_other', 'from_id <> to_id')
@Check('ck_succession_share', 'share > 0 and share <= 1')
@Check('ck_succession_kind', `kind in ('merged', 'divided', 'separated', 're-established')`)
export class Succession {
  @ForeignKey('Municipality', { name: 'fk_succession_from_id' })
  @PrimaryColumn({ type: 'uuid' })
  fromId: string;

  @ForeignKey('Municipality', { name: 'fk_succession_to_id' })
  @Index('ix_succession_to_id')
  @PrimaryColumn({ type: 'uuid' })
  toId: string;

  @Column({ type: 'date' })
  onDate: string;

  @Column({ type: 'double precision', nullable: true })
  share: number | null;

  @Column({ type: 'text' })
  kind: SuccessionKind;
}
