import {
  mayAskWhoComes,
  mayClear,
  mayCorrectWhoComes,
  mayReadWinnerCard,
  mayTellWhoComes,
  type StageGap,
  stageGaps,
  type StagePreparation,
  stageReminderDue,
} from './stage-rules';
import { no, type Verdict, yes } from './verdict';

const at = (seconds: number) => new Date(Date.UTC(2027, 1, 20, 11, 0, seconds));
const asking = {
  phase: 'finalists-published',
  now: at(0),
  dueAt: at(10),
  announcementAt: at(10),
} as const;

describe('asking the finalists who comes on stage', () => {
  it.each<[string, Parameters<typeof mayAskWhoComes>[0], Verdict]>([
    ['may be done when they are told', asking, yes],
    ['may be done without a date for the announcement', { ...asking, announcementAt: null }, yes],
    ['waits until they are told', { ...asking, phase: 'judging' }, no('wrong-phase')],
    ['is over when the winners are told', { ...asking, phase: 'announced' }, no('wrong-phase')],
    ['gives some time', { ...asking, dueAt: at(0) }, no('timetable-order')],
    ['ends before the announcement', { ...asking, dueAt: at(11) }, no('timetable-order')],
  ])('%s', (_, situation, verdict) => {
    expect(mayAskWhoComes(situation)).toEqual(verdict);
  });
});

describe('saying who comes', () => {
  it.each<[string, Parameters<typeof mayTellWhoComes>[0]['phase'], number, Verdict]>([
    ['a second before the end', 'finalists-published', -1, yes],
    ['at the end', 'finalists-published', 0, yes],
    ['a second after the end', 'finalists-published', 1, no('past-deadline')],
    ['after the announcement', 'announced', -1, no('wrong-phase')],
  ])('%s', (_, phase, seconds, verdict) => {
    expect(mayTellWhoComes({ phase, receivedAt: at(seconds), dueAt: at(0) })).toEqual(verdict);
  });

  it('is put right by the secretariat after the end too, until the announcement', () => {
    expect(mayCorrectWhoComes('finalists-published')).toEqual(yes);
    expect(mayCorrectWhoComes('announced')).toEqual(no('wrong-phase'));
  });
});

describe('telling a person ahead', () => {
  it.each<[string, Parameters<typeof mayClear>[0], Verdict]>([
    ['a presenter of winners', { part: 'presenter', knows: 'winners', phase: 'judging' }, yes],
    [
      'a journalist of finalists',
      { part: 'journalist', knows: 'finalists', phase: 'judging' },
      yes,
    ],
    [
      'a journalist of winners: never',
      { part: 'journalist', knows: 'winners', phase: 'finalists-published' },
      no('not-cleared'),
    ],
    [
      'of finalists who are out',
      { part: 'photographer', knows: 'finalists', phase: 'finalists-published' },
      no('already-released'),
    ],
    [
      'of winners who are out',
      { part: 'technician', knows: 'winners', phase: 'announced' },
      no('already-released'),
    ],
  ])('%s', (_, situation, verdict) => {
    expect(mayClear(situation)).toEqual(verdict);
  });
});

describe('reading a winner from a card', () => {
  const card = { released: false, armed: false, cleared: false, denied: false };
  it.each<[string, Parameters<typeof mayReadWinnerCard>[0], Verdict]>([
    ['before the keys and off the list', card, no('not-cleared')],
    ['before the keys and on the list', { ...card, cleared: true }, yes],
    ['when two keys are turned', { ...card, armed: true }, yes],
    ['when it is out', { ...card, released: true }, yes],
    ['on the list, but recused', { ...card, cleared: true, denied: true }, no('recused')],
    ['with keys turned, but recused', { ...card, armed: true, denied: true }, no('recused')],
    ['recused, when it is out', { ...card, released: true, denied: true }, yes],
  ])('%s', (_, situation, verdict) => {
    expect(mayReadWinnerCard(situation)).toEqual(verdict);
  });
});

describe('the reminder', () => {
  it.each<[string, number, boolean]>([
    ['49 hours before', 49, false],
    ['48 hours before', 48, true],
    ['an hour before', 1, true],
    ['at the end', 0, false],
  ])('%s', (_, hours, due) => {
    expect(stageReminderDue(at(0), new Date(at(0).getTime() + hours * 3_600_000))).toBe(due);
  });
});

describe('what is missing for the show', () => {
  const finalist = (
    municipality: string,
    party: StagePreparation['classes'][number]['finalists'][number]['party'] = {
      said: '',
      people: [{ name: 'Ola Nordli', said: '' }],
    },
  ) => ({ nominationId: municipality, municipality, party });
  const show = (
    finalists: StagePreparation['classes'][number]['finalists'],
    more: { asked?: boolean; presenters?: string } = {},
  ): StagePreparation => ({
    asked: more.asked ?? true,
    classes: [{ code: 'small', presenters: more.presenters ?? 'Kari', finalists }],
  });

  it.each<[string, StagePreparation, StageGap[]]>([
    ['is nothing when all have answered', show([finalist('Fjordvik'), finalist('Bærum')]), []],
    [
      'is the question, before any answer can be missed',
      show([finalist('Fjordvik', null)], { asked: false }),
      [{ kind: 'not-asked' }],
    ],
    [
      'is an answer',
      show([finalist('Fjordvik', null), finalist('Nesdal')]),
      [{ kind: 'nobody-registered', municipality: 'Fjordvik' }],
    ],
    [
      'is somebody to present the class, asked or not',
      show([], { presenters: ' ' }),
      [{ kind: 'no-presenter', classCode: 'small' }],
    ],
    [
      'is how a name is said that is not read off by everybody',
      show([
        finalist('Kárášjohka'),
        finalist('Nesdal', { said: '', people: [{ name: 'Łukasz Vik', said: '' }] }),
      ]),
      [
        { kind: 'hard-to-say', name: 'Kárášjohka' },
        { kind: 'hard-to-say', name: 'Łukasz Vik' },
      ],
    ],
    [
      'is nothing more once it is said',
      show([
        finalist('Kárášjohka', {
          said: 'KAA-raasj-åkka',
          people: [{ name: 'André O’Brien-Bø (vara)', said: '' }],
        }),
      ]),
      [],
    ],
  ])('%s', (_, situation, gaps) => {
    expect(stageGaps(situation)).toEqual(gaps);
  });
});
