import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RegisterChange } from './register-import';

/** What an import changed, kept as it was shown. */
@Entity('register_import')
export class RegisterImport {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'jsonb' })
  changes: readonly RegisterChange[];

  @Column({ type: 'uuid', nullable: true })
  appliedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  appliedAt: Date;
}
