import { type ClassStage, type EditionPhase, PHASES, STAGES } from './edition-phases';
import {
  CLASS_RIGHTS,
  type ClassRight,
  EDITION_RIGHTS,
  type EditionRight,
  mayChangeRule,
  PHASE_RIGHTS,
  phaseAllows,
  STAGE_RIGHTS,
  stageAllows,
} from './phase-rights';
import { no, type Verdict, yes } from './verdict';

describe('the rights of a phase', () => {
  it.each<[EditionRight, readonly EditionPhase[]]>([
    ['changeTimetable', ['planned', 'open', 'closed', 'judging', 'finalists-published']],
    ['changeRules', ['planned', 'open', 'closed', 'judging']],
    ['inviteMunicipalities', ['planned', 'open']],
    ['sendTip', ['open']],
    ['writeNomination', ['open']],
    ['submitNomination', ['open']],
    ['takeBackNomination', ['open']],
    ['answerHeld', ['closed', 'judging']],
    ['completeReturned', ['closed', 'judging']],
    ['withdrawNomination', ['open', 'closed', 'judging', 'finalists-published', 'announced']],
    ['checkEligibility', ['closed', 'judging']],
    ['reclassify', ['closed', 'judging']],
    ['inviteJurors', ['planned', 'open', 'closed', 'judging', 'finalists-published']],
    ['declare', ['closed', 'judging', 'finalists-published']],
    ['rule', ['closed', 'judging', 'finalists-published']],
    ['openScoring', ['closed', 'judging']],
    ['prepareRelease', ['closed', 'judging', 'finalists-published', 'announced']],
    ['correctRelease', ['finalists-published', 'announced', 'archived']],
    ['factCheck', ['judging', 'finalists-published']],
    ['seeFinalists', ['finalists-published', 'announced', 'archived']],
    ['seeWinners', ['announced', 'archived']],
    ['offerFeedback', ['announced']],
    ['export', ['open', 'closed', 'judging', 'finalists-published', 'announced', 'archived']],
  ])('%s is given in %j only', (right, expected) => {
    expect(PHASES.filter((phase) => PHASE_RIGHTS[phase][right])).toEqual(expected);
  });

  it.each(PHASES)('%s spells out every right', (phase) => {
    expect(Object.keys(PHASE_RIGHTS[phase]).sort()).toEqual([...EDITION_RIGHTS].sort());
  });

  it.each<[string, EditionPhase, EditionRight, Verdict]>([
    ['a right that is given is allowed', 'open', 'writeNomination', yes],
    ['one that is not is refused for the phase', 'judging', 'writeNomination', no('wrong-phase')],
  ])('%s', (_, phase, right, expected) => {
    expect(phaseAllows(phase, right)).toEqual(expected);
  });
});

describe('the rights of a stage', () => {
  it.each<[ClassRight, readonly ClassStage[]]>([
    ['openSheets', ['scoring']],
    ['readAllSheets', ['deliberation', 'finalists-sealed', 'winner-sealed']],
    ['readRanking', ['deliberation', 'finalists-sealed', 'winner-sealed']],
    ['meet', ['deliberation', 'finalists-sealed', 'winner-sealed']],
    ['vote', ['deliberation', 'finalists-sealed']],
    ['decideFinalists', ['deliberation']],
    ['decideWinner', ['finalists-sealed']],
    ['writeJustification', ['finalists-sealed', 'winner-sealed']],
    ['signOff', ['finalists-sealed', 'winner-sealed']],
  ])('%s is given in %j only', (right, expected) => {
    expect(STAGES.filter((stage) => STAGE_RIGHTS[stage][right])).toEqual(expected);
  });

  it.each(STAGES)('%s spells out every right', (stage) => {
    expect(Object.keys(STAGE_RIGHTS[stage]).sort()).toEqual([...CLASS_RIGHTS].sort());
  });

  it.each(STAGES)('%s never opens sheets and shows them to all at once', (stage) => {
    expect(STAGE_RIGHTS[stage].openSheets && STAGE_RIGHTS[stage].readAllSheets).toBe(false);
  });

  it.each<[string, ClassStage, ClassRight, Verdict]>([
    ['a right that is given is allowed', 'scoring', 'openSheets', yes],
    ['one that is not is refused for the stage', 'scoring', 'readRanking', no('wrong-stage')],
  ])('%s', (_, stage, right, expected) => {
    expect(stageAllows(stage, right)).toEqual(expected);
  });
});

describe('the rule of judgement', () => {
  it.each<[string, EditionPhase, readonly ClassStage[], Verdict]>([
    ['may change while the call is open', 'open', ['waiting', 'waiting'], yes],
    ['may change until scoring opens', 'closed', ['waiting', 'waiting'], yes],
    ['is frozen when one class is scored', 'judging', ['waiting', 'scoring'], no('rule-frozen')],
    ['stays frozen after', 'judging', ['winner-sealed', 'winner-sealed'], no('rule-frozen')],
    ['is frozen in the archive', 'archived', [], no('rule-frozen')],
  ])('%s', (_, phase, stages, expected) => {
    expect(mayChangeRule(phase, stages)).toEqual(expected);
  });
});
