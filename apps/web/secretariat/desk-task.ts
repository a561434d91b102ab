/** One line of the secretariat's desk: what it is called, what opens its page, and how its state follows from the facts. */
import type { Permission } from '@award/award';
import type { EditionClassView } from '@award/editions/contract';

export const DESK_TASKS = [
  'set-up',
  'translate',
  'open-call',
  'invite',
  'mend-addresses',
  'seat-jury',
  'check',
  'open-scoring',
  'score',
  'meet',
  'justify',
  'publish-finalists',
  'ask-stage',
  'decide-winner',
  'prepare-stage',
  'announce',
  'archive',
] as const;
export type DeskTaskKind = (typeof DESK_TASKS)[number];

/** What opens the page where the task is done. */
const DONE_WITH: Record<DeskTaskKind, Permission> = {
  'set-up': 'edition:change',
  translate: 'edition:change',
  'open-call': 'edition:change',
  invite: 'outreach:read',
  'mend-addresses': 'outreach:read',
  'seat-jury': 'panel:read',
  check: 'eligibility:read',
  'open-scoring': 'panel:read',
  score: 'panel:read',
  meet: 'meeting:read',
  justify: 'justification:read',
  'publish-finalists': 'release:read',
  'ask-stage': 'stage:run',
  'decide-winner': 'meeting:read',
  'prepare-stage': 'stage:run',
  announce: 'release:read',
  archive: 'edition:change',
};

export type TaskState = 'late' | 'due' | 'done' | 'ahead';

export interface DeskTask {
  readonly kind: DeskTaskKind;
  /** The class it is about; null for the whole edition. */
  readonly of: Pick<EditionClassView, 'code' | 'name'> | null;
  readonly state: TaskState;
  readonly count: { readonly done: number; readonly of: number } | null;
  /** ISO instant. */
  readonly by: string | null;
  readonly link: readonly string[];
  /** Held by those for whom the link opens. */
  readonly permission: Permission;
  readonly query: Readonly<Record<string, string>>;
}

interface Situation {
  done: boolean;
  due: boolean;
  by?: string | null;
  /** A passed date makes it late. */
  now: string;
}

function stateOf({ done, due, by, now }: Situation): TaskState {
  if (done) return 'done';
  if (!due) return 'ahead';
  return by && by < now ? 'late' : 'due';
}

export function task(
  kind: DeskTaskKind,
  situation: Situation,
  rest: Partial<Pick<DeskTask, 'of' | 'count' | 'query'>> & Pick<DeskTask, 'link'>,
): DeskTask {
  return {
    kind,
    of: null,
    count: null,
    query: {},
    permission: DONE_WITH[kind],
    state: stateOf(situation),
    by: situation.by ?? null,
    ...rest,
  };
}
