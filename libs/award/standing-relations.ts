/**
 * Standing relations: what a member has told once of ties to municipalities and businesses, and renews
 * each year. From them, and from what an entry names, come suggestions of grounds. A suggestion decides
 * nothing: the member declares and the jury rules. Of a relation only its type, its municipality or
 * business and its years are known, never a relative's name or a party.
 */
import type { Ground } from './impartiality-rules';
import { allOf, needs, type Verdict } from './verdict';

export const RELATION_TYPES = [
  'residence',
  'employment',
  'office',
  'board',
  'ownership',
  'family',
  'earlier-work',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** How many years a tie that has ended still makes a suggestion. */
export const RECENT_YEARS = 2;

/** Most relations that one person can register. */
export const MOST_RELATIONS = 60;

/** Living in a municipality is not a ground by itself, so residence suggests none. */
const GROUND_OF: Readonly<Record<RelationType, Ground | null>> = {
  residence: null,
  employment: 'employment',
  office: 'office',
  board: 'board',
  ownership: 'ownership',
  family: 'kin',
  'earlier-work': 'earlier-work',
};

/** A business by number where it is known, otherwise by name. */
export interface NamedBusiness {
  readonly number: string | null;
  readonly name: string;
}

/** Exactly one of `municipality` and `business` is given. Years are calendar years; null is open. */
export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  readonly municipality: string | null;
  readonly business: NamedBusiness | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** What an entry names. `related`: municipalities that its own came from, or that came from it. */
export interface EntryTies {
  readonly municipality: string;
  readonly related: readonly string[];
  /** Neighbour municipalities that take part in the entry. */
  readonly neighbours: readonly string[];
  /** Municipalities that share a border with its own. */
  readonly bordering: readonly string[];
  readonly partners: readonly NamedBusiness[];
  /** Regions of KS or NHO that have tipped about the municipality. */
  readonly proposedBy: readonly NamedBusiness[];
}

export const RELATION_LINKS = [
  'municipality',
  'merged',
  'neighbour',
  'border',
  'partner',
  'tip',
] as const;
/** Through what a relation touches an entry. */
export type RelationLink = (typeof RELATION_LINKS)[number];

/** Why the member should think twice about an entry. `ground` is null where the tie is none by itself. */
export interface Suggestion {
  readonly relation: string;
  readonly link: RelationLink;
  readonly ground: Ground | null;
}

/** Whether a relation can be registered: one municipality or one business, in years that follow. */
export function mayRegister(relation: Omit<Relation, 'id'>): Verdict {
  const { municipality, business, fromYear, toYear, type } = relation;
  return allOf(
    needs((municipality === null) !== (business === null), 'incomplete-form'),
    needs(business === null || business.name.trim() !== '', 'incomplete-form'),
    needs(type !== 'residence' || municipality !== null, 'incomplete-form'),
    needs(fromYear === null || toYear === null || fromYear <= toYear, 'timetable-order'),
  );
}

/** Whether the tie holds in the year, or ended at most {@link RECENT_YEARS} before it. */
export function stillMatters(
  relation: Pick<Relation, 'fromYear' | 'toYear'>,
  year: number,
): boolean {
  return (
    (relation.fromYear === null || relation.fromYear <= year) &&
    (relation.toYear === null || relation.toYear >= year - RECENT_YEARS)
  );
}

/**
 * What the relations say about an entry, in the order of the relations and at most once for each: by
 * the nearest link. Where somebody lives is told of the entry's own municipality only.
 */
export function suggestedConflicts(
  relations: readonly Relation[],
  entry: EntryTies,
  year: number,
): readonly Suggestion[] {
  return relations
    .filter((relation) => stillMatters(relation, year))
    .flatMap((relation) => {
      const link = linkOf(relation, entry);
      if (link === null) return [];
      if (relation.type === 'residence' && link !== 'municipality') return [];
      return [{ relation: relation.id, link, ground: groundOf(relation, link) }];
    });
}

/** A tie next door is no ground by itself: the municipality across the border is no party to the case. */
function groundOf({ type }: Relation, link: RelationLink): Ground | null {
  if (link === 'border') return null;
  return link === 'tip' ? 'proposed' : GROUND_OF[type];
}

function linkOf({ municipality, business }: Relation, entry: EntryTies): RelationLink | null {
  if (municipality !== null) {
    if (municipality === entry.municipality) return 'municipality';
    if (entry.related.includes(municipality)) return 'merged';
    if (entry.neighbours.includes(municipality)) return 'neighbour';
    return entry.bordering.includes(municipality) ? 'border' : null;
  }
  const names = (all: readonly NamedBusiness[]) =>
    business !== null && all.some((one) => sameBusiness(business, one));
  if (names(entry.partners)) return 'partner';
  return names(entry.proposedBy) ? 'tip' : null;
}

/** Whether two are one business: by number when both have one, otherwise by name without case, spacing and form of company. */
export function sameBusiness(one: NamedBusiness, other: NamedBusiness): boolean {
  if (one.number !== null && other.number !== null) return one.number === other.number;
  const name = plainName(one.name);
  return name !== '' && name === plainName(other.name);
}

function plainName(name: string): string {
  return name
    .toLocaleLowerCase('nb')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (asa|as|sa|ans|da|ba|kf|iks)\.?$/, '');
}
