import {
  allOf,
  imagesOfEntry,
  mayBuildOn,
  needs,
  no,
  type Refusal,
  type RefusedVerdict,
  releaseTextReady,
  type Verdict,
  yes,
} from '@award/award';
import type { Attachment, ClassStage, CorrectionKind, EditionPhase } from '@award/award';
import type { Words } from '@award/editions/contract';
import { sealedText, type SealedText } from './release-text/release-text.queries';

/** A picture that is told with an entry: the file by its id and what it holds, and the words with it. */
export interface SealedImage {
  file: string;
  sha256: string;
  altText: string;
  photographer: string;
  caption: string;
}

/** What a release will tell of one entry, and by which rows it was decided. */
export interface SealedEntry {
  nomination: string;
  class: string;
  position: number;
  justification: string | null;
  writtenForm: 'nb' | 'nn' | null;
  /** Of a finalist; a winner's are told already. */
  images: SealedImage[];
  /** The prize was won, and has been withdrawn since. */
  prizeWithdrawn?: true;
}

/** What is sealed. Its hash binds the keys: a later decision or text gives another one. */
export interface SealedPayload {
  kind: 'finalists' | 'winners';
  edition: string;
  scope: string;
  /** Decision ids by class code. */
  decisions: Record<string, string>;
  entries: SealedEntry[];
  /** What is sent out with it; only a correction may be without. */
  text?: SealedText;
  /** Only in what takes the place of an earlier release. */
  correction?: SealedCorrection;
}

/** Which correction it is, and the line that the public reads of it. */
export interface SealedCorrection {
  id: string;
  kind: CorrectionKind;
  number: number;
  class: string;
  note: string;
}

/** A finalist or winner of a class's current decision. */
export interface DecidedEntry {
  nominationId: string;
  position: number;
  municipality: string;
  county: string;
  number: string;
  justification: string | null;
  stageText: string | null;
  writtenForm: 'nb' | 'nn' | null;
  justificationSealed: boolean;
  /** The municipality has taken its entry back. */
  withdrawn: boolean;
  /** Of the version that was sent in. */
  attachments: Attachment[];
  /** Ids of pictures that are not to be published. */
  leftOut: string[];
}

/** What is decided in one class. Null ids: not decided. */
export interface DecidedClass {
  code: string;
  name: Words;
  stage: ClassStage;
  finalistsDecision: string | null;
  winnerDecision: string | null;
  /** Somebody who took part has been found recused since, and the jury has not settled it. */
  finalistsInQuestion?: boolean;
  winnerInQuestion?: boolean;
  finalists: DecidedEntry[];
  winners: DecidedEntry[];
}

export interface DecidedEdition {
  id: string;
  year: number;
  name: Words;
  phase: EditionPhase;
  sample: boolean;
  finalistsAt: Date | null;
  announcementAt: Date | null;
  /** The award's clock when it was read. */
  now: Date;
  classes: DecidedClass[];
  /** The newest release text of each scope that has one. */
  texts: (SealedText & { scope: string })[];
}

export type Payload = { readonly allowed: true; readonly payload: SealedPayload } | RefusedVerdict;

/** Whether the class has decided its finalists, and the decision stands. */
export function finalistsDecided(one: DecidedClass): Verdict {
  const sealed = one.stage === 'finalists-sealed' || one.stage === 'winner-sealed';
  return allOf(
    needs(sealed && one.finalistsDecision !== null, 'not-sealed'),
    mayBuildOn(one.finalistsInQuestion ? 1 : 0),
  );
}

/** Whether the class has decided its winner, and the decision stands. */
export function winnerDecided(one: DecidedClass): Verdict {
  return allOf(
    needs(one.stage === 'winner-sealed' && one.winnerDecision !== null, 'not-sealed'),
    mayBuildOn(one.winnerInQuestion ? 1 : 0),
    needs(!one.winners.some(({ withdrawn }) => withdrawn), 'entry-withdrawn'),
  );
}

/** Whether every finalist of the class has a sealed justification. */
export function justificationsSealed({ finalists }: DecidedClass): Verdict {
  return finalists.every((entry) => entry.justificationSealed) ? yes : no('not-signed-off');
}

/** Whether no picture of a finalist of the class lacks what it needs; one that does can be left out. */
export function imagesReady({ finalists }: DecidedClass): Verdict {
  const unready = finalists.some(
    ({ attachments, leftOut }) => imagesOfEntry(attachments, leftOut).unready.length > 0,
  );
  return needs(!unready, 'image-unready');
}

/** The newest text of the scope; null where nothing is written. */
export function textOf({ texts }: DecidedEdition, scope: string): SealedText | null {
  const found = texts.find((text) => text.scope === scope);
  return found ? { version: found.version, words: found.words } : null;
}

/** Whether the text that goes out with the scope is written in bokmål. */
export function textReady(edition: DecidedEdition, scope: string): Verdict {
  return releaseTextReady(textOf(edition, scope)?.words ?? null);
}

/** The pictures that are told with a finalist. */
export function imagesOf({ attachments, leftOut }: DecidedEntry): SealedImage[] {
  return imagesOfEntry(attachments, leftOut).ready.map(
    ({ fileId, sha256, altText, photographer, label }) => ({
      file: fileId,
      sha256,
      altText: altText.trim(),
      photographer: photographer.trim(),
      caption: label.trim(),
    }),
  );
}

/** What a release of the scope would tell, as things are decided now; or why it cannot be sealed. */
export function payloadOf(edition: DecidedEdition, scope: string): Payload {
  const told = scope === 'all' ? finalistsPayload(edition) : winnersPayload(edition, scope);
  if (!told.allowed) return told;
  const ready = textReady(edition, scope);
  const text = textOf(edition, scope);
  if (!ready.allowed) return ready;
  return { allowed: true, payload: { ...told.payload, ...(text && { text: sealedText(text) }) } };
}

function finalistsPayload({ id, classes }: DecidedEdition): Payload {
  const refused = classes
    .flatMap((one) => [finalistsDecided(one), justificationsSealed(one), imagesReady(one)])
    .find((verdict) => !verdict.allowed);
  if (refused && !refused.allowed) return refused;
  if (classes.length === 0) return no('not-sealed');
  return {
    allowed: true,
    payload: {
      kind: 'finalists',
      edition: id,
      scope: 'all',
      decisions: Object.fromEntries(
        classes.map(({ code, finalistsDecision }) => [code, finalistsDecision ?? '']),
      ),
      entries: classes.flatMap(({ code, finalists }) =>
        finalists.map((entry) => ({
          nomination: entry.nominationId,
          class: code,
          position: entry.position,
          justification: entry.justification,
          writtenForm: entry.writtenForm,
          images: imagesOf(entry),
        })),
      ),
    },
  };
}

function winnersPayload({ id, classes }: DecidedEdition, scope: string): Payload {
  const one = classes.find(({ code }) => code === scope);
  if (one === undefined) return no('unknown-class');
  const decided = winnerDecided(one);
  if (!decided.allowed) return decided;
  return {
    allowed: true,
    payload: {
      kind: 'winners',
      edition: id,
      scope,
      decisions: { [scope]: one.winnerDecision ?? '' },
      entries: one.winners.map(({ nominationId, position }) => ({
        nomination: nominationId,
        class: scope,
        position,
        justification: null,
        writtenForm: null,
        images: [],
      })),
    },
  };
}

/** The scopes of an edition in the order in which they go out. */
export function scopesOf(classes: readonly { code: string }[]): string[] {
  return ['all', ...classes.map(({ code }) => code)];
}

/** The first refusal, or null when everything is allowed. */
export function reasonOf(...verdicts: readonly Verdict[]): Refusal | null {
  const refused = verdicts.find((verdict) => !verdict.allowed);
  return refused && !refused.allowed ? refused.reason : null;
}
