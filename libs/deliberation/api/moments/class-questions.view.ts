import {
  mayAskClass,
  mayMoveClass,
  maySettleClass,
  no,
  type Refusal,
  type Verdict,
} from '@award/award';
import type { Principal } from '@award/access/api';
import type {
  ClassEntryView,
  ClassQuestionsView,
  ClassQuestionView,
} from '@award/deliberation/contract';
import { classHead, type ClassRoom } from '../class-door';
import { instant } from '../minutes-content';
import { between, givenBy, leads } from './class-question-facts';
import type { QuestionRow } from './class-questions.queries';

interface Shown {
  principal: Principal;
  room: ClassRoom;
  questions: readonly QuestionRow[];
  entries: readonly ClassEntryView[];
  /** Classes that have gone on to their second round. */
  inSecondRound: readonly string[];
}

/** A class's questions about its entries' classes, as a page shows them: counts, the reader's own answer, what may be done. */
export function classQuestionsView(shown: Shown): ClassQuestionsView {
  const { principal, room, questions, entries } = shown;
  const others = room.edition.classes.filter(({ code }) => code !== room.cls.code);
  const open = new Set(
    questions.filter(({ outcome }) => outcome === null).map((one) => one.nominationId),
  );
  const asks = room.own === null ? principal.role === 'secretary' : leads(room.own);
  const may = mayAskClass({
    ...between(room, others[0]?.code ?? room.cls.code, false),
    open: false,
    finding: 'x',
  });
  return {
    class: classHead(room),
    classes: room.edition.classes.map(({ code, name }) => ({ code, name })),
    entries: entries
      .filter(({ nominationId, state }) => state !== 'withdrawn' && !open.has(nominationId))
      .map(({ nominationId, municipality, county }) => ({ nominationId, municipality, county })),
    questions: questions.map((one) => questionView(one, shown)),
    mayAsk: reasonOf(asks ? may : no('not-permitted')),
  };
}

function questionView(question: QuestionRow, { room, inSecondRound }: Shown): ClassQuestionView {
  const { own, members, edition } = room;
  const given = givenBy(question, room);
  const open = question.outcome === null;
  const move = between(room, question.toClass, inSecondRound.includes(question.toClass));
  const settle = maySettleClass({
    ...move,
    open,
    quorum: edition.quorum,
    answers: given,
    reason: 'x',
  });
  return {
    id: question.id,
    nominationId: question.nominationId,
    municipality: question.municipality,
    county: question.county,
    fromClass: question.classCode,
    toClass: question.toClass,
    finding: question.finding,
    askedAt: instant(question.askedAt),
    answered: given.length,
    members: members.filter(({ takesPart }) => takesPart.allowed).length,
    mine: question.answers.find(({ seatId }) => seatId === own?.seatId)?.answer ?? null,
    settled:
      question.outcome === null
        ? null
        : {
            outcome: question.outcome,
            reason: question.reason ?? '',
            inFavour: question.inFavour ?? 0,
            against: question.against ?? 0,
            sheetsSetAside: question.sheetsSetAside ?? 0,
            at: instant(question.settledAt ?? question.askedAt),
          },
    mayAnswer: own ? (open ? null : 'already-decided') : 'not-permitted',
    maySettle: reasonOf(own && leads(own) ? settle : no('not-permitted')),
    couldMove: reasonOf(mayMoveClass(move)),
  };
}

function reasonOf(verdict: Verdict): Refusal | null {
  return verdict.allowed ? null : verdict.reason;
}
