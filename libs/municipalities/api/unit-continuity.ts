/**
 * Which municipality goes on being itself when numbers change on a date, and which begins or ends.
 *
 * A municipality goes on when its number does, when it alone became one other number that came from
 * it alone (a renumbering), or when its organisation number does: the legal person is the same.
 * Otherwise it has ended, and what came after it is another municipality, also under the same name.
 * The rule is one for the carried-over register and for the refresh, so that both know a municipality
 * by the same key.
 */

/** An old number and a new one that took over its territory or a part of it, on one date. */
export interface NumberChange {
  oldNumber: string;
  newNumber: string;
}

/**
 * How one municipality passed into another:
 * - `merged`: it ended and went whole into the other
 * - `divided`: it ended and went in parts into several
 * - `separated`: it goes on, and the other was parted from it
 * - `re-established`: it had ended earlier, and the other was later set up on its territory
 */
export type SuccessionKind = 'merged' | 'divided' | 'separated' | 're-established';

export interface NumberSuccession extends NumberChange {
  kind: SuccessionKind;
}

export interface Continuity {
  /** New number → the old number whose municipality goes on under it; a new municipality is absent. */
  continues: Map<string, string>;
  /** Every passing from one municipality into another one, in the order of the changes given. */
  successions: NumberSuccession[];
}

/**
 * Reads the changes of one date. Every old number that changed must be there with all its new
 * numbers; a number that took in another and stayed must be there with itself (`1103 → 1103`).
 * `organisationNumberOf` answers null where the organisation number is not known.
 */
export function continuityOf(
  changes: readonly NumberChange[],
  organisationNumberOf: {
    old: (number: string) => string | null;
    new: (number: string) => string | null;
  },
): Continuity {
  const newOf = grouped(changes, 'oldNumber', 'newNumber');
  const oldOf = grouped(changes, 'newNumber', 'oldNumber');
  const continues = new Map<string, string>();
  for (const [newNumber, olds] of oldOf) {
    const old = olds.find((number) => goesOnAs(number, newNumber, olds, newOf.get(number) ?? []));
    if (old !== undefined) continues.set(newNumber, old);
  }
  for (const [newNumber, olds] of oldOf) {
    if (continues.has(newNumber)) continue;
    const legal = organisationNumberOf.new(newNumber);
    const taken = new Set(continues.values());
    const old = olds.find(
      (number) =>
        legal !== null && !taken.has(number) && organisationNumberOf.old(number) === legal,
    );
    if (old !== undefined) continues.set(newNumber, old);
  }
  const goingOn = new Set(continues.values());
  const successions = changes
    .filter(({ oldNumber, newNumber }) => continues.get(newNumber) !== oldNumber)
    .map(({ oldNumber, newNumber }): NumberSuccession => {
      const divided = (newOf.get(oldNumber) ?? []).length > 1;
      const kind = goingOn.has(oldNumber) ? 'separated' : divided ? 'divided' : 'merged';
      return { oldNumber, newNumber, kind };
    });
  return { continues, successions };
}

function goesOnAs(old: string, next: string, olds: string[], nexts: string[]): boolean {
  return old === next || (olds.length === 1 && nexts.length === 1);
}

function grouped(
  changes: readonly NumberChange[],
  by: keyof NumberChange,
  value: keyof NumberChange,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const change of changes) {
    const group = groups.get(change[by]) ?? [];
    if (!group.includes(change[value])) group.push(change[value]);
    groups.set(change[by], group);
  }
  return groups;
}
