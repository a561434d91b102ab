import type { MotionResult } from '@award/award';
import type { Block, Report } from '@award/documents/api';
import { type Language, whenInWords } from '@award/mail/api';
import { editionTitle, inLanguage } from '@award/nominations/api';
import type { MinutesContent, MinutesView } from '@award/deliberation/contract';
import { moments, scores } from './minutes-moments';
import { MINUTES_WORDS, type MinutesWords } from './minutes-words';

/** What a document of the minutes is made from, whoever reads it. */
export type MinutesPaper = Omit<MinutesView, 'mayApprove'>;

/** The minutes to read and keep: who was there, what was decided and on what ground. Never why somebody stepped out. */
export function minutesDocument(paper: MinutesPaper, language: Language): Report {
  const words = MINUTES_WORDS[language];
  const { class: head, content, number } = paper;
  const when = (at: string) => whenInWords(new Date(at), language);
  const className = inLanguage(head.className, language);
  const say = { words, language, filled, entry: (id: string) => entry(paper, id) };
  return {
    layout: 'report',
    language,
    title: words.minutes,
    over: editionTitle(head.editionName, head.year, language),
    under: filled(words.number, { number: String(number), when: when(paper.madeAt) }),
    foot: filled(words.foot, { number: String(number), class: className }),
    sample: head.sample,
    blocks: [
      ...(paper.intact ? [] : [{ kind: 'text', text: words.tampered } as const]),
      {
        kind: 'facts',
        rows: [
          [words.className, className],
          [words.opened, when(content.meeting.openedAt)],
          [
            words.closed,
            content.meeting.closedAt ? when(content.meeting.closedAt) : words.stillOpen,
          ],
          [words.quorum, String(content.quorum)],
          [
            words.state,
            paper.approvedAt
              ? filled(paper.approvedBy === null ? words.bySilence : words.approved, {
                  name: paper.approvedBy ?? '',
                  when: when(paper.approvedAt),
                })
              : words.notApproved,
          ],
        ],
      },
      ...attendance(paper, words, when),
      ...decisions(paper, words, when),
      ...ballots(paper, words),
      ...motions(paper, words),
      ...moments(paper, say),
      ...scores(paper, say),
      ...basis(paper, words, when),
    ],
  };
}

type When = (at: string) => string;

function attendance({ content, seats }: MinutesPaper, words: MinutesWords, when: When): Block[] {
  const presence = (one: MinutesContent['attendance'][number]) =>
    [
      one.present || one.steppedOutAt ? words.present : words.absent,
      one.steppedOutAt && filled(words.steppedOut, { when: when(one.steppedOutAt) }),
      one.returnedAt && filled(words.returned, { when: when(one.returnedAt) }),
    ]
      .filter(Boolean)
      .join('\n');
  return [
    { kind: 'heading', level: 1, text: words.attendance },
    {
      kind: 'table',
      head: [words.name, words.house, words.role, words.presence],
      rows: content.attendance.map((one) => [
        seats[one.seatId]?.name ?? one.seatId,
        words.houses[one.house],
        words.positions[one.position],
        presence(one),
      ]),
    },
  ];
}

function decisions(paper: MinutesPaper, words: MinutesWords, when: When): Block[] {
  const { decisions: made } = paper.content;
  return [
    { kind: 'heading', level: 1, text: words.decisions },
    ...(made.length === 0 ? [{ kind: 'text', text: words.noDecisions } as const] : []),
    ...made.flatMap((one): Block[] => {
      const ids = one.kind === 'finalists' ? one.finalists : one.winners;
      return [
        {
          kind: 'heading',
          level: 2,
          text: one.kind === 'finalists' ? words.finalists : words.winner,
        },
        ids.length > 0
          ? { kind: 'list', numbered: true, items: ids.map((id) => entry(paper, id)) }
          : { kind: 'text', text: words.none },
        ...(one.supersedes ? [{ kind: 'text', text: words.supersedes } as const] : []),
        {
          kind: 'facts',
          rows: [
            ...fact(words.reserve, entries(paper, one.reserve)),
            ...fact(words.reason, one.reason),
            ...fact(
              words.voted,
              one.votesFor === null
                ? null
                : filled(words.votes, {
                    for: String(one.votesFor),
                    against: String(one.votesAgainst ?? 0),
                  }),
            ),
            ...fact(words.settlement, one.settlement && words.settlements[one.settlement]),
            ...fact(words.dissent, one.dissent),
            ...fact(words.sealed, when(one.sealedAt)),
          ],
        },
      ];
    }),
  ];
}

function motions({ content, seats }: MinutesPaper, words: MinutesWords): Block[] {
  if (content.motions.length === 0) return [];
  const outcome = ({ carried, tie }: MotionResult) =>
    carried ? words.carried : tie ? words.tied : words.lost;
  return [
    { kind: 'heading', level: 1, text: words.motions },
    {
      kind: 'list',
      numbered: true,
      items: content.motions.map(({ seatId, text, result }) =>
        filled(words.motion, {
          text,
          name: seats[seatId]?.name ?? seatId,
          outcome: outcome(result),
          for: String(result.inFavour),
          against: String(result.against),
          abstained: String(result.abstained),
        }),
      ),
    },
  ];
}

function ballots(paper: MinutesPaper, words: MinutesWords): Block[] {
  const { ballots: held } = paper.content;
  if (held.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.ballots },
    {
      kind: 'facts',
      rows: held.map(({ round, papers, winners }) => {
        const found = { papers: String(papers), entries: entries(paper, winners) };
        const sentence =
          winners.length === 0
            ? words.papers
            : winners.length === 1
              ? words.ballotWinner
              : words.ballotTie;
        return [filled(words.ballot, { round: String(round) }), filled(sentence, found)];
      }),
    },
  ];
}

function basis(paper: MinutesPaper, words: MinutesWords, when: When): Block[] {
  const { content, seats, sha256 } = paper;
  const missing = content.missingSheets.map(
    ({ seatId, nominationId }) => `${seats[seatId]?.name ?? seatId}: ${entry(paper, nominationId)}`,
  );
  return [
    { kind: 'heading', level: 1, text: words.basis },
    { kind: 'text', text: missing.length > 0 ? words.missing : words.noneMissing },
    ...(missing.length > 0 ? [{ kind: 'list', items: missing } as const] : []),
    ...(content.ruleHash
      ? [{ kind: 'code', name: words.rule, text: content.ruleHash } as const]
      : []),
    ...content.rankings.map(
      ({ inputHash, madeAt }) =>
        ({
          kind: 'code',
          name: filled(words.ranking, { when: when(madeAt) }),
          text: inputHash,
        }) as const,
    ),
    { kind: 'code', name: words.hash, text: sha256 },
  ];
}

function fact(name: string, value: string | null): [string, string][] {
  return value?.trim() ? [[name, value]] : [];
}

function entries(paper: MinutesPaper, ids: readonly string[]): string {
  return ids.map((id) => entry(paper, id)).join(', ');
}

function entry({ entries: known }: MinutesPaper, id: string): string {
  const found = known[id];
  return found ? `${found.municipality} (${found.county})` : id;
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
