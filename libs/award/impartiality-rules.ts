/**
 * Impartiality (habilitet), after § 6 of the Public Administration Act as the norm. A member
 * declares for every entry of the class before any text of it opens. What is not declared is
 * closed. A ground closes until the jury has ruled; a ruling outranks a declaration, neither
 * overwrites the other, and of each the latest counts. A ground that is declared after a ruling has
 * not been ruled on, so it closes again. A ground is never taken back by its member: saying
 * afterwards that there is none changes nothing before somebody else has ruled. By default rivals
 * are one case: whoever is recused from one entry is recused from the class. Everyone who prepares
 * the award is held to the same rule.
 */
import { allOf, needs, no, type Verdict, yes } from './verdict';

/** Grounds that may be declared. What is stored is the type, never a relative's name or a party. */
export const GROUNDS = [
  'kin',
  'spouse',
  'board',
  'employment',
  'ownership',
  'office',
  'wrote-entry',
  'proposed',
  'earlier-work',
  'other',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** `class`: recused from one entry is recused from all its rivals. `entry`: an edition's choice. */
export type RecusalScope = 'class' | 'entry';

/** A member's statement about one entry; no ground means none known. */
export interface Declaration {
  readonly seat: string;
  readonly entry: string;
  readonly ground: Ground | null;
  readonly at: Date;
}

/** The jury's answer about a member and an entry; provisional until the jury has confirmed it. */
export interface Ruling {
  readonly seat: string;
  readonly entry: string;
  readonly outcome: 'impartial' | 'recused';
  readonly at: Date;
}

/** `factsChangedAt`: since then the member has not seen all that matters, such as a new partner. */
export interface EntryToDeclare {
  readonly entry: string;
  readonly factsChangedAt?: Date | null;
}

export const ENTRY_STANDINGS = [
  'undeclared',
  'clear',
  'ground-awaiting-ruling',
  'recused',
  'ruled-impartial',
] as const;
export type EntryStanding = (typeof ENTRY_STANDINGS)[number];

/** How one member stands to a class: entry by entry, before the scope is applied. */
export interface Standing {
  readonly scope: RecusalScope;
  readonly entries: Readonly<Record<string, EntryStanding>>;
}

/** Everything that decides how a member stands to the entries of one class at one time. */
export interface StandingSituation {
  readonly seat: string;
  readonly entriesOfClass: readonly EntryToDeclare[];
  readonly declarations: readonly Declaration[];
  readonly rulings: readonly Ruling[];
  readonly scope: RecusalScope;
  /** Declarations and rulings after this instant do not count yet. Default: all count. */
  readonly now?: Date;
}

/** How the member stands to each entry. Of two made at the same instant, the later in the list counts. */
export function standing(situation: StandingSituation): Standing {
  return {
    scope: situation.scope,
    entries: Object.fromEntries(
      situation.entriesOfClass.map((entry) => [entry.entry, standingTo(entry, situation)]),
    ),
  };
}

/** Whether anything of the class may open to the member: all declared, nothing closing the class. */
export function mayOpenClass(member: Standing): Verdict {
  const closes = member.scope === 'class';
  let [recused, undeclared, awaited] = [false, false, false];
  // Asked for every sheet of a class, so that nothing is copied here.
  for (const entry in member.entries) {
    const one = member.entries[entry];
    recused ||= closes && one === 'recused';
    undeclared ||= one === 'undeclared';
    awaited ||= closes && one === 'ground-awaiting-ruling';
  }
  return allOf(
    needs(!recused, 'recused'),
    needs(!undeclared, 'undeclared'),
    needs(!awaited, 'ruling-awaited'),
  );
}

/** Whether the member may open this entry: its text, attachments, sheet and discussion. */
export function mayOpen(member: Standing, entry: string): Verdict {
  const own = member.entries[entry];
  return allOf(
    own === undefined ? no('not-found') : yes,
    needs(own !== 'recused', 'recused'),
    mayOpenClass(member),
    needs(own !== 'ground-awaiting-ruling', 'ruling-awaited'),
  );
}

/**
 * Whether the member may see what speaks of the class as a whole: means, rankings, comparisons,
 * discussion of the decision. Closed by one recusal or one unruled ground in the class, whatever the
 * scope, because the hidden entry could be inferred from it.
 */
export function maySeeAggregate(member: Standing): Verdict {
  const all = Object.values(member.entries);
  return allOf(
    needs(!all.includes('recused'), 'recused'),
    needs(!all.includes('undeclared'), 'undeclared'),
    needs(!all.includes('ground-awaiting-ruling'), 'ruling-awaited'),
  );
}

/** Whether the member takes part in the class's meeting, ballot and decision. */
export function mayTakePart(member: Standing): Verdict {
  return maySeeAggregate(member);
}

/** The entries that are still to be declared, in the order given. */
export function stillToDeclare(member: Standing): readonly string[] {
  return entriesThatAre(member, 'undeclared');
}

/** The entries with a ground that nobody has ruled on. */
export function awaitingRuling(member: Standing): readonly string[] {
  return entriesThatAre(member, 'ground-awaiting-ruling');
}

/** Whether the leader or the deputy leader may rule provisionally on a member. */
export function mayRule(ruling: {
  readonly by: { readonly person: string; readonly leads: boolean; readonly standing: Standing };
  readonly concerned: string;
  readonly standing: EntryStanding;
  readonly outcome: Ruling['outcome'];
}): Verdict {
  return allOf(
    needs(ruling.by.leads, 'not-permitted'),
    needs(ruling.by.person !== ruling.concerned, 'rules-on-self'),
    needs(!isUnderQuestion(ruling.by.standing), 'under-question'),
    needs(ruling.standing !== 'undeclared' || ruling.outcome === 'recused', 'nothing-to-rule'),
  );
}

/**
 * Whether the jury may confirm a ruling: without the member concerned and without any member who is
 * under question in the same class, with at least half of those who remain.
 */
export function mayConfirmRuling(confirmation: {
  readonly concerned: string;
  readonly takingPart: readonly string[];
  readonly seated: readonly { readonly person: string; readonly standing: Standing }[];
}): Verdict {
  const entitled = confirmation.seated.filter(
    (member) => member.person !== confirmation.concerned && !isUnderQuestion(member.standing),
  );
  const takingPart = new Set(confirmation.takingPart);
  const underQuestion = [...takingPart].some(
    (person) => !entitled.some((member) => member.person === person),
  );
  return allOf(
    needs(!takingPart.has(confirmation.concerned), 'rules-on-self'),
    needs(!underQuestion, 'under-question'),
    needs(takingPart.size > 0 && takingPart.size * 2 >= entitled.length, 'quorum-missing'),
  );
}

function standingTo(entry: EntryToDeclare, situation: StandingSituation): EntryStanding {
  const mine = (one: Declaration | Ruling) =>
    one.seat === situation.seat &&
    one.entry === entry.entry &&
    (situation.now === undefined || one.at.getTime() <= situation.now.getTime());
  const declarations = situation.declarations.filter(mine);
  const declaration = latest(declarations);
  const ruling = latest(situation.rulings.filter(mine));
  if (ruling?.outcome === 'recused') return 'recused';
  const changed = entry.factsChangedAt?.getTime() ?? -Infinity;
  if (declaration === null || declaration.at.getTime() <= changed) return 'undeclared';
  const ground = latest(declarations.filter((one) => one.ground !== null));
  const ruledSince = (at: Date) => ruling !== null && ruling.at.getTime() >= at.getTime();
  if (ground !== null && !ruledSince(ground.at)) return 'ground-awaiting-ruling';
  return ruling === null ? 'clear' : 'ruled-impartial';
}

function latest<T extends { readonly at: Date }>(all: readonly T[]): T | null {
  return all.reduce<T | null>(
    (newest, one) => (newest === null || one.at.getTime() >= newest.at.getTime() ? one : newest),
    null,
  );
}

function entriesThatAre(member: Standing, wanted: EntryStanding): readonly string[] {
  return Object.entries(member.entries)
    .filter(([, own]) => own === wanted)
    .map(([entry]) => entry);
}

/** Whether the member takes part in no ruling: recused, or with a ground that nobody has ruled on. */
export function isUnderQuestion(member: Standing): boolean {
  return Object.values(member.entries).some(
    (own) => own === 'recused' || own === 'ground-awaiting-ruling',
  );
}
