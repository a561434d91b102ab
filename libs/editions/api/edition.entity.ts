import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type {
  EditionPhase,
  EventForm,
  NominationForm,
  PressContact,
  RecusalScope,
  ScoringPreset,
  TieSettlement,
} from '@award/award';
import type { Words } from '@award/editions/contract';

/** As stored: parts that have not been set are left out. */
export interface StoredEvent {
  name?: string;
  form?: EventForm;
  place?: string;
  signUpUrl?: string;
  streamUrl?: string;
}

@Entity('edition')
@Unique('uq_edition_year', ['year'])
@Check(
  'ck_edition_phase',
  `phase in ('planned', 'open', 'closed', 'judging', 'finalists-published', 'announced', 'archived')`,
)
@Check('ck_edition_preset', `preset in ('simple', 'full')`)
@Check(
  'ck_edition_scope',
  `impartiality_scope = 'class' or (impartiality_scope = 'entry' and impartiality_scope_reason is not null)`,
)
@Check('ck_edition_tie_rule', `tie_rule in ('second-ballot', 'leader-vote', 'shared')`)
@Check('ck_edition_scale', 'scale_min < scale_max')
@Check(
  'ck_edition_open_has_dates',
  `phase = 'planned' or as_published or (opens_at is not null and deadline is not null and opens_at < deadline)`,
)
@Check('ck_edition_press_contacts', `jsonb_typeof(press_contacts) = 'array'`)
@Check('ck_edition_rule', '(rule_hash is null) = (rule_registered_at is null)')
export class Edition {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'jsonb' })
  name: Words;

  @Column({ type: 'text', default: 'planned' })
  phase: EditionPhase;

  @Column({ type: 'boolean', default: false })
  sample: boolean;

  @Column({ type: 'boolean', default: false })
  asPublished: boolean;

  @ForeignKey('Edition', { name: 'fk_edition_copied_from_id' })
  @Column({ type: 'uuid', nullable: true })
  copiedFromId: string | null;

  @Column({ type: 'jsonb', default: {} })
  callText: Partial<Words>;

  @Column({ type: 'jsonb', default: {} })
  form: Partial<NominationForm>;

  @Column({ type: 'jsonb', default: {} })
  event: StoredEvent;

  /** Whom journalists ring, in the order of the page. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  pressContacts: PressContact[];

  @Column({ type: 'date' })
  referenceDate: string;

  @Column({ type: 'timestamptz', nullable: true })
  opensAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deadline: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  scoringClosesAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  meetingAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finalistsAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  announcementAt: Date | null;

  @Column({ type: 'text', default: 'simple' })
  preset: ScoringPreset;

  @Column({ type: 'integer', default: 1 })
  scaleMin: number;

  @Column({ type: 'integer', default: 6 })
  scaleMax: number;

  @Column({ type: 'text', default: 'class' })
  impartialityScope: RecusalScope;

  @Column({ type: 'text', nullable: true })
  impartialityScopeReason: string | null;

  @Column({ type: 'integer', default: 3 })
  quorum: number;

  @Column({ type: 'text', default: 'second-ballot' })
  tieRule: TieSettlement;

  @Column({ type: 'text', nullable: true })
  ruleHash: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  ruleRegisteredAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  lockVersion: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;
}
