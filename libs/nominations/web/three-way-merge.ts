/**
 * Two people have written upon the same text. What only one of them has changed is taken; what both
 * have changed differently is a conflict that a person settles. Texts are compared whole, and so are
 * lists: half of one and half of the other would be nobody's words.
 */
import { isOwn, type NominationContent, type OwnCode, type TraitCode, TRAITS } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';

/** What is on the page: the content and the language it is written in. */
export interface Writing {
  readonly content: NominationContent;
  readonly writtenForm: WrittenForm;
}

/** A part that is taken from one or the other as a whole. */
export type Part =
  | Exclude<keyof NominationContent, 'traits' | 'answers'>
  | `traits.${TraitCode}`
  | `answers.${OwnCode}`
  | 'writtenForm';

export interface Merge {
  /** What both agree on; in a conflict it holds mine. */
  readonly merged: Writing;
  readonly conflicts: readonly Part[];
  /** What was taken from the other. */
  readonly taken: readonly Part[];
}

/** Every part that all editions have, in the order of the award's own form. */
const PARTS: readonly Part[] = [
  'basis',
  'mainField',
  'title',
  'text',
  'contactName',
  'contactEmail',
  'contactPhone',
  'confirmedWithChiefExecutive',
  'writtenForm',
  'summary',
  'fields',
  ...TRAITS.map((trait) => `traits.${trait}` as const),
  'difficult',
  'business',
  'results',
  'partners',
  'neighbours',
  'attachments',
];

/** Every part of some contents, with the edition's own questions that any of them answers. */
export function partsOf(...contents: readonly NominationContent[]): readonly Part[] {
  const own = contents.flatMap(({ answers }) => Object.keys(answers).filter(isOwn));
  return [...PARTS, ...[...new Set(own)].sort().map((code) => `answers.${code}` as const)];
}

/** `base` is what both began with. */
export function mergeWritings(base: Writing, mine: Writing, theirs: Writing): Merge {
  return partsOf(base.content, mine.content, theirs.content).reduce<Merge>(
    (merge, part) => {
      const [before, ours, other] = [base, mine, theirs].map((one) => partOf(one, part));
      if (same(ours, other) || same(before, other)) return merge;
      if (!same(before, ours)) return { ...merge, conflicts: [...merge.conflicts, part] };
      return {
        ...merge,
        merged: withPart(merge.merged, part, other),
        taken: [...merge.taken, part],
      };
    },
    { merged: mine, conflicts: [], taken: [] },
  );
}

/** The merge with each conflict settled: from mine, or from theirs. */
export function settle(
  merge: Merge,
  theirs: Writing,
  choices: Readonly<Partial<Record<Part, 'mine' | 'theirs'>>>,
): Writing {
  return merge.conflicts
    .filter((part) => choices[part] === 'theirs')
    .reduce<Writing>(
      (writing, part) => withPart(writing, part, partOf(theirs, part)),
      merge.merged,
    );
}

export function sameWriting(one: Writing, other: Writing): boolean {
  return partsOf(one.content, other.content).every((part) =>
    same(partOf(one, part), partOf(other, part)),
  );
}

export function partOf({ content, writtenForm }: Writing, part: Part): unknown {
  if (part === 'writtenForm') return writtenForm;
  if (isTrait(part)) return content.traits[codeIn(part)] ?? '';
  if (isAnswer(part)) return content.answers[codeIn(part)] ?? '';
  return content[part];
}

/** The part to which a field belongs: a row of a list belongs to the list. Null for anything else on a page. */
export function partOfField(id: string): Part | null {
  if (isAnswer(id)) return isOwn(codeIn(id)) ? id : null;
  return PARTS.find((part) => id === part || id.startsWith(`${part}.`)) ?? null;
}

function withPart({ content, writtenForm }: Writing, part: Part, value: unknown): Writing {
  if (part === 'writtenForm') return { content, writtenForm: value as WrittenForm };
  if (isTrait(part)) {
    const traits = { ...content.traits, [codeIn(part)]: value as string };
    return { content: { ...content, traits }, writtenForm };
  }
  if (isAnswer(part)) {
    const answers = { ...content.answers, [codeIn(part)]: value as string };
    return { content: { ...content, answers }, writtenForm };
  }
  return { content: { ...content, [part]: value }, writtenForm };
}

function isTrait(part: string): part is `traits.${TraitCode}` {
  return part.startsWith('traits.');
}

function isAnswer(part: string): part is `answers.${OwnCode}` {
  return part.startsWith('answers.');
}

function codeIn<Code extends string>(part: `${string}.${Code}`): Code {
  return part.slice(part.indexOf('.') + 1) as Code;
}

function same(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

/** Keys in a fixed order: what the server has stored comes back in another. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member)
            .filter(([, one]) => one !== null && one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : member,
  );
}
