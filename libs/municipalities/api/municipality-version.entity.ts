import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  PrimaryGeneratedColumn,
} from 'typeorm';

/** A number, name and county, and when they held. */
@Entity('municipality_version')
@Check('ck_municipality_version_number', `number ~ '^[0-9]{4}$'`)
@Check('ck_municipality_version_validity', 'valid_to is null or valid_from < valid_to')
@Exclusion(
  'ex_municipality_version_number',
  'using gist (number with =, daterange(valid_from, valid_to) with &&)',
)
@Exclusion(
  'ex_municipality_version_unit',
  'using gist (municipality_id with =, daterange(valid_from, valid_to) with &&)',
)
export class MunicipalityVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Municipality', { name: 'fk_municipality_version_municipality_id' })
  @Index('ix_municipality_version_municipality_id')
  @Column({ type: 'uuid' })
  municipalityId: string;

  @Index('ix_municipality_version_number')
  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text', collation: 'nb-x-icu' })
  name: string;

  @Column({ type: 'text' })
  norwegianName: string;

  @Column({ type: 'text', nullable: true })
  samiName: string | null;

  @Column({ type: 'text', nullable: true })
  kvenName: string | null;

  @Column({ type: 'text' })
  countyNumber: string;

  @Column({ type: 'text' })
  countyName: string;

  @Column({ type: 'boolean', nullable: true })
  samiArea: boolean | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'date' })
  validFrom: string;

  @Column({ type: 'date', nullable: true })
  validTo: string | null;
}
