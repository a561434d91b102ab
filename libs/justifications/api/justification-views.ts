import {
  allOf,
  type Finding,
  justificationFindings,
  type KnownFacts,
  may,
  maySignOff,
  mayWriteJustification,
  needs,
  no,
  type Permission,
  type Refusal,
  signOffState,
  stageTextFindings,
  type TextKind,
  type Verdict,
  words,
  yes,
} from '@award/award';
import type { Principal } from '@award/access/api';
import type { ClassRoom } from '@award/deliberation/api';
import type {
  JustificationAct,
  JustificationLineView,
  SignerView,
} from '@award/justifications/contract';
import type { FactsRow, FinalistRow } from './justifications.queries';
import { textHash } from './justification-text';

/** Signatures of members who still take part in the class: the others' no longer hold. */
export function standingSignatures(row: FinalistRow, { members }: ClassRoom) {
  const taking = new Set(
    members.filter(({ takesPart }) => takesPart.allowed).map(({ seatId }) => seatId),
  );
  return row.signatures
    .filter(({ seatId }) => taking.has(seatId))
    .map(({ personId, house, textSha256 }) => ({ person: personId, house, textHash: textSha256 }));
}

/** Whether the text as it stands may be sealed. */
export function maySeal(row: FinalistRow, room: ClassRoom): Verdict {
  const sha256 = hashOf(row);
  if (sha256 === null) return no('not-signed-off');
  return allOf(
    needs(row.state === 'draft', 'wrong-state'),
    signOffState({
      textHash: sha256,
      authorPersonId: row.authorId ?? '',
      signOffs: standingSignatures(row, room),
    }).maySeal,
  );
}

/** What a signature binds to now; null before there is a text. */
export function hashOf({ writtenForm, text, stageText }: FinalistRow): string | null {
  return writtenForm === null || text === null || stageText === null || text.trim() === ''
    ? null
    : textHash({ writtenForm, text, stageText });
}

/** Whether the reader may write in the justification of this finalist. */
export function mayWrite(row: FinalistRow, { own, cls }: ClassRoom): Verdict {
  return mayWriteJustification({
    stage: cls.stage,
    finalist: true,
    takesPart: own?.takesPart ?? yes,
    sealed: row.state === 'sealed',
  });
}

/** Whether the reader may sign what they have seen. */
export function maySign(row: FinalistRow, room: ClassRoom, seenHash: string | null): Verdict {
  const { own, cls } = room;
  const sha256 = hashOf(row);
  if (!own) return no('not-permitted');
  if (sha256 === null) return no('text-too-short');
  return maySignOff({
    stage: cls.stage,
    person: own.personId,
    seat: yes,
    takesPart: own.takesPart,
    seenHash: seenHash ?? sha256,
    textHash: sha256,
    signOffs: standingSignatures(row, room),
    sealed: row.state === 'sealed',
  });
}

/** What is sealed is taken up again, with a reason, before it is told: feedback is told with the winners. */
export function mayReopen(row: FinalistRow, { edition }: ClassRoom): Verdict {
  const untold = row.kind === 'feedback' ? ['judging', 'finalists-published'] : ['judging'];
  return allOf(
    needs(row.state === 'sealed', 'not-sealed'),
    needs(untold.includes(edition.phase), 'already-released'),
  );
}

export function actsOf(
  principal: Principal,
  row: FinalistRow,
  room: ClassRoom,
): Record<JustificationAct, Refusal | null> {
  const role = (permission: Permission): Verdict =>
    principal.role ? may(principal.role, permission) : no('not-permitted');
  return {
    write: reasonOf(allOf(role('justification:write'), mayWrite(row, room))),
    signOff: reasonOf(allOf(role('justification:sign-off'), maySign(row, room, null))),
    seal: reasonOf(allOf(role('decision:seal'), maySeal(row, room))),
    reopen: reasonOf(allOf(role('decision:supersede'), mayReopen(row, room))),
  };
}

export function lineView(
  row: FinalistRow,
  position: number,
  room: ClassRoom,
): JustificationLineView {
  return {
    kind: row.kind,
    nominationId: row.nominationId,
    municipality: row.municipality,
    county: row.county,
    title: row.title,
    position,
    writtenForm: row.writtenForm ?? row.entryForm,
    state: row.state ?? 'not-started',
    words: words(row.text ?? ''),
    signers: signers(row, room),
    sealing: reasonOf(maySeal(row, room)),
    updatedAt: row.updatedAt && row.updatedAt.toISOString(),
  };
}

/** Each member's newest signature; a signature under an older text is shown as no longer current. */
function signers(row: FinalistRow, { own, members }: ClassRoom): SignerView[] {
  const sha256 = hashOf(row);
  const shown = new Map(row.signatures.map((one) => [one.seatId, one]));
  for (const one of row.signatures) if (one.textSha256 === sha256) shown.set(one.seatId, one);
  const taking = new Set(
    members.filter(({ takesPart }) => takesPart.allowed).map(({ seatId }) => seatId),
  );
  return [...shown.values()].map(({ seatId, name, house, signedAt, textSha256 }) => ({
    name,
    house,
    signedAt: new Date(signedAt).toISOString(),
    current: textSha256 === sha256 && taking.has(seatId),
    own: own?.seatId === seatId,
  }));
}

/** What to look at before signing, in both texts. The stage text is judged only when there is one. */
export function findingsOf(
  written: { text: string; stageText: string },
  facts: FactsRow,
  kind: TextKind,
): { findings: Finding[]; stageFindings: Finding[] } {
  const known: KnownFacts = facts;
  return {
    findings:
      written.text.trim() === '' ? [] : [...justificationFindings(written.text, known, kind)],
    stageFindings:
      written.stageText.trim() === ''
        ? []
        : [
            ...stageTextFindings(written.stageText, {
              names: facts.names,
              places: facts.counties,
            }),
          ],
  };
}

export function reasonOf(verdict: Verdict): Refusal | null {
  return verdict.allowed ? null : verdict.reason;
}
