import { type EditionPhase, PHASES } from './edition-phases';
import {
  type EntryFacts,
  liveLineOf,
  NOTHING,
  type PublicLine,
  publicLineOf,
  type Sight,
  type Viewer,
  whatMaySee,
} from './embargo-rules';
import {
  ANOTHER,
  ANYONE,
  facts,
  JOURNALIST,
  JUROR,
  KEYHOLDER,
  LEADER,
  LOCKED_OUT,
  OFFICE,
  OTHER_CLASS,
  OWN,
  PRESENTER,
  RECUSED,
  RIVAL_RECUSED,
  TECHNICIAN,
  UNDECLARED,
  type Moment,
  type Outcome,
} from './embargo-rules.situations';

const OUT: Partial<Sight> = { entryExists: true, finalist: 'yes', justification: 'published' };
const LISTED: Partial<Sight> = { entryExists: true };
const READ: Partial<Sight> = { entryExists: true, text: 'full' };
const OWN_SHEET: Partial<Sight> = { ...READ, scores: 'own' };
const ASSESSED: Partial<Sight> = { ...READ, scores: 'all', ranking: true };
const DECIDED: Partial<Sight> = { ...ASSESSED, finalist: 'yes', justification: 'working' };

describe('what a viewer may see of an entry', () => {
  it.each<[string, Viewer, Moment, Outcome, Partial<Sight>]>([
    ['anyone sees nothing of a draft', ANYONE, 'draft', 'other', {}],
    ['anyone sees nothing of what was sent', ANYONE, 'submitted', 'other', {}],
    ['anyone sees nothing of a sealed finalist', ANYONE, 'finalists-sealed', 'finalist', {}],
    ['anyone sees nothing of a sealed winner', ANYONE, 'winner-sealed', 'winner', {}],
    [
      'anyone sees nothing of what is told in confidence',
      ANYONE,
      'told-in-confidence',
      'winner',
      {},
    ],
    ['anyone sees a finalist when finalists are out', ANYONE, 'finalists-out', 'finalist', OUT],
    ['anyone sees a sealed winner as a finalist only', ANYONE, 'finalists-out', 'winner', OUT],
    ['anyone never hears of the others', ANYONE, 'finalists-out', 'other', {}],
    [
      'anyone sees the winner when winners are out',
      ANYONE,
      'winners-out',
      'winner',
      { ...OUT, winner: 'yes' },
    ],
    ['anyone sees who did not win', ANYONE, 'winners-out', 'finalist', { ...OUT, winner: 'no' }],
    ['anyone never hears of the others afterwards', ANYONE, 'winners-out', 'other', {}],

    ['another municipality is anyone', ANOTHER, 'winner-sealed', 'winner', {}],
    [
      'another municipality sees what is out',
      ANOTHER,
      'winners-out',
      'winner',
      { ...OUT, winner: 'yes' },
    ],

    ['the own municipality reads its draft', OWN, 'draft', 'other', READ],
    ['the own municipality knows nothing when sealed', OWN, 'winner-sealed', 'winner', READ],
    [
      'a finalist checks its paragraph without learning whether it won',
      OWN,
      'told-in-confidence',
      'winner',
      { ...READ, finalist: 'yes', justification: 'to-check' },
    ],
    ['another entrant learns nothing meanwhile', OWN, 'told-in-confidence', 'other', READ],
    [
      'an entrant learns that it is no finalist when finalists are out',
      OWN,
      'finalists-out',
      'other',
      { ...READ, finalist: 'no' },
    ],
    [
      'a finalist does not learn whether it won',
      OWN,
      'finalists-out',
      'winner',
      { ...READ, finalist: 'yes', justification: 'published' },
    ],
    [
      'the winner learns it with everyone',
      OWN,
      'winners-out',
      'winner',
      { ...READ, finalist: 'yes', winner: 'yes', justification: 'published' },
    ],
    [
      'an entrant sees no score ever',
      OWN,
      'winners-out',
      'other',
      { ...READ, finalist: 'no', winner: 'no' },
    ],

    ['a juror knows of no draft', JUROR, 'draft', 'other', {}],
    ['a juror knows of nothing unchecked', JUROR, 'submitted', 'other', {}],
    ['a juror sees the entry on the list to declare for', JUROR, 'eligible', 'other', LISTED],
    ['a juror reads and scores', JUROR, 'scoring', 'other', OWN_SHEET],
    ['a juror sees all when scoring is closed', JUROR, 'closed', 'other', ASSESSED],
    ['a juror knows the finalists that are sealed', JUROR, 'finalists-sealed', 'finalist', DECIDED],
    [
      'a juror knows who is not one',
      JUROR,
      'finalists-sealed',
      'other',
      { ...ASSESSED, finalist: 'no' },
    ],
    [
      'a juror knows the sealed winner',
      JUROR,
      'winner-sealed',
      'winner',
      { ...DECIDED, winner: 'yes' },
    ],
    ['the leader sees no score while scoring is open', LEADER, 'scoring', 'other', OWN_SHEET],
    [
      'the leader sees as the jury does',
      LEADER,
      'winner-sealed',
      'finalist',
      { ...DECIDED, winner: 'no' },
    ],

    ['an undeclared juror sees the list alone', UNDECLARED, 'scoring', 'other', LISTED],
    ['a recused juror sees no score', RECUSED, 'closed', 'other', LISTED],
    ['a recused juror knows no decision', RECUSED, 'winner-sealed', 'winner', LISTED],
    ['a recused juror sees what is out', RECUSED, 'finalists-out', 'finalist', OUT],
    [
      'a recused juror sees the winner with everyone',
      RECUSED,
      'winners-out',
      'winner',
      { ...OUT, winner: 'yes' },
    ],
    ['a recused juror sees no score afterwards', RECUSED, 'winners-out', 'other', LISTED],
    [
      'recused from a rival, a juror reads and scores',
      RIVAL_RECUSED,
      'scoring',
      'other',
      OWN_SHEET,
    ],
    [
      'recused from a rival, a juror keeps the own sheet only',
      RIVAL_RECUSED,
      'closed',
      'other',
      OWN_SHEET,
    ],
    [
      'recused from a rival, a juror knows no decision',
      RIVAL_RECUSED,
      'winner-sealed',
      'winner',
      OWN_SHEET,
    ],
    ['a juror of the other class is anyone', OTHER_CLASS, 'winner-sealed', 'winner', {}],
    ['a juror of the other class sees what is out', OTHER_CLASS, 'finalists-out', 'finalist', OUT],

    ['the secretariat does not read a draft', OFFICE, 'draft', 'other', LISTED],
    ['the secretariat reads what was sent', OFFICE, 'submitted', 'other', READ],
    ['the secretariat sees no score while scoring is open', OFFICE, 'scoring', 'other', READ],
    ['the secretariat sees them after', OFFICE, 'closed', 'other', ASSESSED],
    [
      'the secretariat knows what is sealed',
      OFFICE,
      'winner-sealed',
      'winner',
      { ...DECIDED, winner: 'yes' },
    ],
    [
      'a locked-out case officer knows that the entry is there',
      LOCKED_OUT,
      'winner-sealed',
      'winner',
      LISTED,
    ],
    ['a locked-out case officer sees what is out', LOCKED_OUT, 'finalists-out', 'finalist', OUT],

    ['a cleared journalist sees nothing before it is sealed', JOURNALIST, 'closed', 'finalist', {}],
    [
      'a cleared journalist sees a sealed finalist',
      JOURNALIST,
      'finalists-sealed',
      'finalist',
      OUT,
    ],
    ['a cleared journalist never sees a winner early', JOURNALIST, 'winner-sealed', 'winner', OUT],
    ['a cleared journalist hears of no other entry', JOURNALIST, 'winner-sealed', 'other', {}],
    [
      'a cleared technician sees the sealed winner',
      TECHNICIAN,
      'winner-sealed',
      'winner',
      { ...OUT, winner: 'yes' },
    ],
    ['a presenter sees who wins', PRESENTER, 'winner-sealed', 'winner', { ...OUT, winner: 'yes' }],
    [
      'a presenter sees who does not',
      PRESENTER,
      'winner-sealed',
      'finalist',
      { ...OUT, winner: 'no' },
    ],
    ['a presenter sees nothing unsealed', PRESENTER, 'closed', 'winner', {}],
    [
      'a keyholder sees what is to be released',
      KEYHOLDER,
      'winner-sealed',
      'winner',
      { ...OUT, winner: 'yes' },
    ],
    ['a keyholder hears of no other entry', KEYHOLDER, 'winner-sealed', 'other', {}],
  ])('%s', (_, viewer, moment, outcome, expected) => {
    expect(whatMaySee(viewer, facts(moment, outcome))).toEqual({ ...NOTHING, ...expected });
  });

  it.each<[string, Moment, Outcome, Partial<EntryFacts['told']>, Partial<Sight>]>([
    [
      'a finalist’s text is read with consent',
      'finalists-out',
      'finalist',
      { textConsent: true },
      { ...OUT, text: 'published' },
    ],
    ['consent alone publishes nothing', 'winner-sealed', 'winner', { textConsent: true }, {}],
    [
      'a text that is taken down is gone, the page stays',
      'finalists-out',
      'finalist',
      { textConsent: true, textTakenDown: true },
      OUT,
    ],
    [
      'the learning bank shows the text and no outcome',
      'winners-out',
      'other',
      { textConsent: true, learningBank: true },
      { entryExists: true, text: 'published' },
    ],
    [
      'the learning bank shows nothing without consent',
      'winners-out',
      'other',
      { learningBank: true },
      {},
    ],
  ])('in public, %s', (_, moment, outcome, told, expected) => {
    expect(whatMaySee(ANYONE, facts(moment, outcome, told))).toEqual({ ...NOTHING, ...expected });
  });

  it.each<[string, Viewer, Outcome, Partial<Sight>]>([
    ['stays on its public page', ANYONE, 'finalist', OUT],
    [
      'is not read by the jury any more',
      JUROR,
      'finalist',
      { ...OUT, winner: 'no', justification: 'working' },
    ],
    ['is not in the learning bank', ANYONE, 'other', {}],
  ])('an entry that withdrew %s', (_, viewer, outcome, expected) => {
    const told = { learningBank: true, textConsent: true, textTakenDown: true };
    const given = { ...facts('finalists-out', outcome, told), state: 'withdrawn' as const };
    expect(whatMaySee(viewer, given)).toEqual({ ...NOTHING, ...expected });
  });
});

describe('what is hidden', () => {
  it('is told by nothing at all', () => {
    expect(NOTHING).toEqual({
      entryExists: false,
      text: 'none',
      finalist: 'unknown',
      winner: 'unknown',
      justification: 'none',
      scores: 'none',
      ranking: false,
    });
  });

  it.each<[string, boolean, boolean, Sight['text']]>([
    ['reads no text without consent', false, false, 'none'],
    ['reads the text with consent', true, false, 'published'],
    ['reads no text that is taken down', true, true, 'none'],
  ])('a cleared journalist %s', (_, textConsent, textTakenDown, text) => {
    const given = facts('finalists-sealed', 'finalist', { textConsent, textTakenDown });
    expect(whatMaySee(JOURNALIST, given)).toEqual({ ...NOTHING, ...OUT, text });
  });
});

describe('the line that the public reads', () => {
  const LINES: readonly PublicLine[] = [
    'planned',
    'call-open',
    'call-closed',
    'jury-at-work',
    'finalists-published',
    'winners-announced',
    'archived',
  ];

  it('follows the phase', () => {
    const classes = [{ winnerReleased: false }, { winnerReleased: false }];
    expect(PHASES.map((phase) => publicLineOf(phase, classes))).toEqual(LINES);
  });

  it.each<[string, readonly boolean[], PublicLine]>([
    ['while no winner is out', [false, false], 'finalists-published'],
    ['between the first winner and the second', [true, false], 'being-announced'],
  ])('on announcement day %s', (_, released, expected) => {
    const classes = released.map((winnerReleased) => ({ winnerReleased }));
    expect(publicLineOf('finalists-published', classes)).toBe(expected);
  });

  it.each<
    [string, EditionPhase, readonly ['out' | 'held' | null, 'out' | 'held' | null], PublicLine]
  >([
    ['waits with the first winner', 'finalists-published', ['held', null], 'finalists-published'],
    ['tells the first and waits with the second', 'announced', ['out', 'held'], 'being-announced'],
    ['waits with both', 'announced', ['held', 'held'], 'finalists-published'],
    ['is as elsewhere when nothing is held', 'announced', ['out', 'out'], 'winners-announced'],
    ['is as elsewhere before any winner', 'judging', [null, null], 'jury-at-work'],
  ])('on the live page %s', (_, phase, winners, expected) => {
    const classes = winners.map((one) => ({ winnerReleased: one !== null, held: one === 'held' }));
    expect(liveLineOf(phase, classes)).toBe(expected);
  });
});
