/**
 * A workflow is a table that people can read: from, action, to, who may, what must hold, what it
 * causes. The service, the buttons and the diagram in docs/process.md read the same rows.
 */
import { type Permission, type Role } from './permissions';
import { type RefusedVerdict, no } from './verdict';

/** Who may act: a role, or the clock (a job that asks the database's clock). */
export type Actor = Role | 'clock';

/** One row. `permission` is null where only the clock acts. Guards and effects are keys. */
export interface Transition<
  State extends string = string,
  Action extends string = string,
  Guard extends string = string,
  Effect extends string = string,
> {
  readonly from: State;
  readonly action: Action;
  readonly to: State;
  readonly who: readonly Actor[];
  readonly permission: Permission | null;
  readonly needs: readonly Guard[];
  readonly causes: readonly Effect[];
  readonly label: string;
}

export type WorkflowTable<
  State extends string = string,
  Action extends string = string,
  Guard extends string = string,
  Effect extends string = string,
> = readonly Transition<State, Action, Guard, Effect>[];

/** What a transition leads to, or why there is none. */
export type Step<State extends string, Action extends string, Row = Transition<State, Action>> =
  { readonly allowed: true; readonly to: State; readonly row: Row } | RefusedVerdict;

/** The rows that leave a state, optionally only those that one actor may do. */
export function actionsFrom<Row extends Transition>(
  table: readonly Row[],
  state: Row['from'],
  actor?: Actor,
): readonly Row[] {
  return table.filter(
    (row) => row.from === state && (actor === undefined || row.who.includes(actor)),
  );
}

/** The step that an action makes from a state; refused with `wrong-state` when the table has none. */
export function transition<Row extends Transition>(
  table: readonly Row[],
  state: Row['from'],
  action: Row['action'],
): Step<Row['from'], Row['action'], Row> {
  const row = table.find((candidate) => candidate.from === state && candidate.action === action);
  return row ? { allowed: true, to: row.to, row } : no('wrong-state');
}

/** Every state that the table can reach from where an entry or an edition starts. */
export function reachableFrom<Row extends Transition>(
  table: readonly Row[],
  starts: readonly Row['from'][],
): ReadonlySet<Row['from']> {
  const reached = new Set<Row['from']>(starts);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const row of table) if (reached.has(row.from)) reached.add(row.to);
  }
  return reached;
}

/** The states that no other state follows. */
export function endStatesOf<Row extends Transition>(
  table: readonly Row[],
  states: readonly Row['from'][],
): readonly Row['from'][] {
  return states.filter((state) => !table.some((row) => row.from === state && row.to !== state));
}

/** The table as a Mermaid `stateDiagram-v2`; row order is kept, so equal tables give equal text. */
export function toMermaid<Row extends Transition>(
  table: readonly Row[],
  starts: readonly Row['from'][],
): string {
  const states = [...new Set([...starts, ...table.flatMap((row) => [row.from, row.to])])];
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${state}" as ${identifier(state)}`),
    ...starts.map((state) => `  [*] --> ${identifier(state)}`),
    ...table.map(
      (row) =>
        `  ${identifier(row.from)} --> ${identifier(row.to)}: ${row.action} (${row.who.join(', ')})`,
    ),
    ...endStatesOf(table, states).map((state) => `  ${identifier(state)} --> [*]`),
    '',
  ].join('\n');
}

function identifier(state: string): string {
  return state.replace(/-/g, '_');
}
