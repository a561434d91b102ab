/**
 * A justification (begrunnelse) is signed off by one member of KS and one of NHO, not by its author
 * alone, and a sign-off holds for exactly the text it was given to: it counts if and only if its
 * hash equals the current text's. That blocks; everything about length, language and facts advises.
 */
import type { ClassStage } from './edition-phases';
import type { House } from './panel-rules';
import { PARITY_HOUSES, type ParityHouse } from './ballots';
import { stageAllows } from './phase-rights';
import { lix, words } from './text-measure';
import { allOf, needs, type Verdict } from './verdict';

export interface SignOff {
  readonly person: string;
  readonly house: House;
  /** The hash of the text that the member read. */
  readonly textHash: string;
}

/** Who has signed the current text, whose sign-off no longer holds, and whether it may be sealed. */
export interface SignOffState {
  readonly signers: Readonly<Record<ParityHouse, readonly string[]>>;
  readonly stale: readonly string[];
  readonly maySeal: Verdict;
}

/** The sign-offs of one justification. Only those bound to the current text's hash count. */
export function signOffState(text: {
  readonly textHash: string;
  readonly authorPersonId: string;
  readonly signOffs: readonly SignOff[];
}): SignOffState {
  const current = text.signOffs.filter((one) => one.textHash === text.textHash);
  const signersOf = (house: House) => [
    ...new Set(current.filter((one) => one.house === house).map((one) => one.person)),
  ];
  const signers = { KS: signersOf('KS'), NHO: signersOf('NHO') };
  const people = new Set(current.map((one) => one.person));
  const currentPeople = (person: string) => people.has(person);
  return {
    signers,
    stale: [...new Set(text.signOffs.map((one) => one.person))].filter(
      (person) => !currentPeople(person),
    ),
    maySeal: allOf(
      needs(!(people.size === 1 && people.has(text.authorPersonId)), 'author-alone'),
      needs(
        PARITY_HOUSES.every((house) =>
          signers[house].some((person) => signersElsewhere(signers, house, person)),
        ),
        'not-signed-off',
      ),
    ),
  };
}

/** Whether the member may sign off this text. */
export function maySignOff(signing: {
  readonly stage: ClassStage;
  readonly person: string;
  readonly seat: Verdict;
  readonly takesPart: Verdict;
  /** The hash that the member saw, and the hash of the text as it stands. */
  readonly seenHash: string;
  readonly textHash: string;
  readonly signOffs: readonly SignOff[];
  readonly sealed: boolean;
}): Verdict {
  const { person, textHash } = signing;
  return allOf(
    signing.seat,
    signing.takesPart,
    stageAllows(signing.stage, 'signOff'),
    needs(!signing.sealed, 'wrong-state'),
    needs(signing.seenHash === textHash, 'stale-save'),
    needs(
      !signing.signOffs.some((one) => one.person === person && one.textHash === textHash),
      'already-signed-off',
    ),
  );
}

/** Whether the member may write in the justification of a finalist. */
export function mayWriteJustification(writing: {
  readonly stage: ClassStage;
  readonly finalist: boolean;
  readonly takesPart: Verdict;
  readonly sealed: boolean;
}): Verdict {
  return allOf(
    writing.takesPart,
    stageAllows(writing.stage, 'writeJustification'),
    needs(writing.finalist, 'not-a-finalist'),
    needs(!writing.sealed, 'wrong-state'),
  );
}

/**
 * The reasons for a finalist, or what the jury tells every other entrant to build on. Both are written,
 * signed and sealed in the same way; an entry that becomes a finalist after all gets a new text.
 */
export const TEXT_KINDS = ['justification', 'feedback'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Advised length of a feedback letter, in words. */
export const FEEDBACK_WORDS = { min: 60, max: 220 } as const;
/** Advised length of a published justification and of a stage text, in words. */
export const JUSTIFICATION_WORDS = { min: 80, max: 220 } as const;
export const STAGE_TEXT_WORDS = { min: 60, max: 120 } as const;
/** Limits of what is stored, in characters: room for a text that is still too long. */
export const JUSTIFICATION_LIMITS = {
  text: 6000,
  stageText: 4000,
  internalNote: 8000,
  reason: 2000,
} as const;
/** LIX above this is hard to read for a general public. */
export const ADVISED_LIX = 45;

export type FindingCode =
  | 'too-short'
  | 'too-long'
  | 'hard-to-read'
  | 'name-missing'
  | 'other-municipality'
  | 'other-county'
  | 'figure-not-in-source'
  | 'names-the-winner';

/** Something to look at before signing; it never blocks. */
export interface Finding {
  readonly code: FindingCode;
  /** What was found: a name, a figure, a number of words or a LIX. */
  readonly found: string;
}

/** What the register and the entry know, to check a text against. */
export interface KnownFacts {
  /** The municipality's names in every written form. */
  readonly names: readonly string[];
  readonly counties: readonly string[];
  readonly otherMunicipalities: readonly string[];
  readonly otherCounties: readonly string[];
  /** Texts in which a figure may be found: the entry, its results, the register's figures. */
  readonly sources: readonly string[];
}

/** What to look at in a text for publication. LIX says nothing of a text that is too short. */
export function justificationFindings(
  text: string,
  facts: KnownFacts,
  kind: TextKind = 'justification',
): readonly Finding[] {
  const advised = kind === 'feedback' ? FEEDBACK_WORDS : JUSTIFICATION_WORDS;
  const readability = words(text) < advised.min ? null : lix(text);
  const known = new Set(facts.sources.flatMap(figuresIn));
  return [
    ...lengthFindings(text, advised),
    ...(readability !== null && readability > ADVISED_LIX
      ? [{ code: 'hard-to-read' as const, found: String(readability) }]
      : []),
    ...(facts.names.some((name) => mentions(text, name))
      ? []
      : [{ code: 'name-missing' as const, found: facts.names[0] ?? '' }]),
    ...mentioned(text, without(facts.otherMunicipalities, facts.names), 'other-municipality'),
    ...mentioned(text, without(facts.otherCounties, facts.counties), 'other-county'),
    ...figuresIn(text)
      .filter((figure) => !known.has(figure))
      .map((found) => ({ code: 'figure-not-in-source' as const, found })),
  ];
}

/** What to look at in a text that is read aloud before the winner's name. */
export function stageTextFindings(
  text: string,
  facts: { readonly names: readonly string[]; readonly places: readonly string[] },
): readonly Finding[] {
  return [
    ...lengthFindings(text, STAGE_TEXT_WORDS),
    ...mentioned(text, [...facts.names, ...facts.places], 'names-the-winner'),
  ];
}

/** The figures in a text, thousands joined and the comma as decimal mark, each once. */
export function figuresIn(text: string): readonly string[] {
  const found = text.match(/\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?/g) ?? [];
  return [...new Set(found.map((figure) => figure.replace(/[ \u00a0\u202f.]/g, '')))];
}

function signersElsewhere(
  signers: SignOffState['signers'],
  house: ParityHouse,
  person: string,
): boolean {
  return PARITY_HOUSES.filter((other) => other !== house).every((other) =>
    signers[other].some((one) => one !== person),
  );
}

function lengthFindings(
  text: string,
  advised: { readonly min: number; readonly max: number },
): Finding[] {
  const count = words(text);
  if (count < advised.min) return [{ code: 'too-short', found: String(count) }];
  return count > advised.max ? [{ code: 'too-long', found: String(count) }] : [];
}

function mentioned(text: string, names: readonly string[], code: FindingCode): Finding[] {
  return [...new Set(names)]
    .filter((name) => mentions(text, name))
    .map((found) => ({ code, found }));
}

/** The name as a word of its own, also in the genitive. */
function mentions(text: string, name: string): boolean {
  const literal = name.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?:s|'s|')?(?![\\p{L}\\p{N}])`, 'u').test(
    text.normalize('NFC'),
  );
}

function without(names: readonly string[], own: readonly string[]): readonly string[] {
  return names.filter((name) => !own.includes(name));
}
