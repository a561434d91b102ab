import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { CriterionView, Guidance, Words } from '@award/editions/contract';

@Entity('criterion')
@Unique('uq_criterion_edition_id_code', ['editionId', 'code'])
@Unique('uq_criterion_id_edition_id', ['id', 'editionId'])
@Check('ck_criterion_weight', 'weight >= 0')
export class Criterion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_criterion_edition_id' })
  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'integer', default: 1 })
  weight: number;

  @Column({ type: 'jsonb' })
  name: Words;

  @Column({ type: 'jsonb', default: {} })
  guidance: Partial<Guidance>;

  @Column({ type: 'jsonb', default: {} })
  levels: Partial<CriterionView['levels']>;
}
