/**
 * Two people have written upon the same text. What only one of them has changed is taken; what both
 * have changed differently is a conflict that a person settles. Texts are compared whole, and so are
 * lists: half of one and half of the other would be nobody's words.
 */
import { type NominationContent, type TraitCode, TRAITS } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';

/** What is on the page: the content and the language it is written in. */
export interface Writing {
  readonly content: NominationContent;
  readonly writtenForm: WrittenForm;
}

/** A part that is taken from one or the other as a whole. */
export type Part =
  Exclude<keyof NominationContent, 'traits'> | `traits.${TraitCode}` | 'writtenForm';

export interface Merge {
  /** What both agree on; in a conflict it holds mine. */
  readonly merged: Writing;
  readonly conflicts: readonly Part[];
  /** What was taken from the other. */
  readonly taken: readonly Part[];
}

/** Every part, in the order of the form. */
export const PARTS: readonly Part[] = [
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

/** `base` is what both began with. */
export function mergeWritings(base: Writing, mine: Writing, theirs: Writing): Merge {
  return PARTS.reduce<Merge>(
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
  return PARTS.every((part) => same(partOf(one, part), partOf(other, part)));
}

export function partOf({ content, writtenForm }: Writing, part: Part): unknown {
  if (part === 'writtenForm') return writtenForm;
  if (isTrait(part)) return content.traits[traitOf(part)] ?? '';
  return content[part];
}

function withPart({ content, writtenForm }: Writing, part: Part, value: unknown): Writing {
  if (part === 'writtenForm') return { content, writtenForm: value as WrittenForm };
  if (isTrait(part)) {
    const traits = { ...content.traits, [traitOf(part)]: value as string };
    return { content: { ...content, traits }, writtenForm };
  }
  return { content: { ...content, [part]: value }, writtenForm };
}

function isTrait(part: Part): part is `traits.${TraitCode}` {
  return part.startsWith('traits.');
}

function traitOf(part: `traits.${TraitCode}`): TraitCode {
  return part.slice('traits.'.length) as TraitCode;
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
