/** The moments and viewers that the specs of embargo-rules.ts start from. */
import type { ClassStage } from './edition-phases';
import type { EntryFacts, Viewer } from './embargo-rules';

/** What has happened so far, in the order in which it happens. */
const MOMENTS = [
  'draft',
  'submitted',
  'eligible',
  'scoring',
  'closed',
  'finalists-sealed',
  'winner-sealed',
  'told-in-confidence',
  'finalists-out',
  'winners-out',
] as const;
export type Moment = (typeof MOMENTS)[number];

const STAGE_AT: Readonly<Record<Moment, ClassStage>> = {
  draft: 'waiting',
  submitted: 'waiting',
  eligible: 'waiting',
  scoring: 'scoring',
  closed: 'deliberation',
  'finalists-sealed': 'finalists-sealed',
  'winner-sealed': 'winner-sealed',
  'told-in-confidence': 'winner-sealed',
  'finalists-out': 'winner-sealed',
  'winners-out': 'winner-sealed',
};

export type Outcome = 'winner' | 'finalist' | 'other';

export const facts = (
  moment: Moment,
  outcome: Outcome,
  told: Partial<EntryFacts['told']> = {},
): EntryFacts => {
  const reached = (wanted: Moment) => MOMENTS.indexOf(moment) >= MOMENTS.indexOf(wanted);
  const early = {
    draft: 'draft',
    submitted: 'submitted',
    eligible: 'eligible',
    scoring: 'in-review',
  } as const;
  return {
    state: moment in early ? early[moment as keyof typeof early] : 'assessed',
    stage: STAGE_AT[moment],
    decided: {
      finalists: reached('finalists-sealed'),
      finalist: reached('finalists-sealed') && outcome !== 'other',
      winners: reached('winner-sealed'),
      winner: reached('winner-sealed') && outcome === 'winner',
    },
    told: {
      inConfidence: reached('told-in-confidence') && outcome !== 'other',
      finalists: reached('finalists-out'),
      winners: reached('winners-out'),
      textConsent: false,
      learningBank: false,
      textTakenDown: false,
      ...told,
    },
  };
};

export const ANYONE: Viewer = { kind: 'anonymous' };
export const OWN: Viewer = { kind: 'municipality', own: true };
export const ANOTHER: Viewer = { kind: 'municipality', own: false };
export const JUROR: Viewer = { kind: 'juror', inClass: true, mayOpen: true, maySeeAggregate: true };
export const UNDECLARED: Viewer = {
  kind: 'juror',
  inClass: true,
  mayOpen: false,
  maySeeAggregate: false,
};
export const RECUSED: Viewer = UNDECLARED;
export const RIVAL_RECUSED: Viewer = {
  kind: 'juror',
  inClass: true,
  mayOpen: true,
  maySeeAggregate: false,
};
export const OTHER_CLASS: Viewer = {
  kind: 'juror',
  inClass: false,
  mayOpen: true,
  maySeeAggregate: true,
};
export const LEADER: Viewer = { ...JUROR, kind: 'leader' };
export const OFFICE: Viewer = { kind: 'secretariat', lockedOut: false };
export const LOCKED_OUT: Viewer = { kind: 'secretariat', lockedOut: true };
export const JOURNALIST: Viewer = { kind: 'cleared', for: 'finalists' };
export const TECHNICIAN: Viewer = { kind: 'cleared', for: 'winners' };
export const PRESENTER: Viewer = { kind: 'presenter' };
export const KEYHOLDER: Viewer = { kind: 'keyholder' };
