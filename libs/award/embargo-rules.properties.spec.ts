import fc from 'fast-check';
import { STAGES } from './edition-phases';
import { type Viewer, whatMaySee } from './embargo-rules';
import {
  ANOTHER,
  ANYONE,
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
} from './embargo-rules.situations';
import { NOMINATION_STATES } from './nomination-workflow';

describe('an embargo', () => {
  const outcome = fc.record({
    finalists: fc.boolean(),
    finalist: fc.boolean(),
    winners: fc.boolean(),
    winner: fc.boolean(),
  });
  const told = fc.record({
    inConfidence: fc.boolean(),
    finalists: fc.constant(false),
    winners: fc.constant(false),
    textConsent: fc.boolean(),
    learningBank: fc.boolean(),
    textTakenDown: fc.boolean(),
  });
  const around = fc.record({
    state: fc.constantFrom(...NOMINATION_STATES),
    stage: fc.constantFrom(...STAGES),
  });
  const outsiders: readonly Viewer[] = [
    ANYONE,
    ANOTHER,
    RECUSED,
    RIVAL_RECUSED,
    OTHER_CLASS,
    LOCKED_OUT,
  ];

  it.each(outsiders.map((viewer) => [JSON.stringify(viewer), viewer] as const))(
    'shows %s the same whatever has been decided',
    (_, viewer) => {
      fc.assert(
        fc.property(around, told, outcome, outcome, (base, told, one, other) => {
          const seen = whatMaySee(viewer, { ...base, told: told, decided: one });
          expect(whatMaySee(viewer, { ...base, told: told, decided: other })).toEqual(seen);
        }),
      );
    },
  );

  it('shows the own municipality the same whatever has been decided until it is told', () => {
    fc.assert(
      fc.property(around, told, outcome, outcome, (base, told, one, other) => {
        const untold = { ...told, inConfidence: false };
        const seen = whatMaySee(OWN, { ...base, told: untold, decided: one });
        expect(whatMaySee(OWN, { ...base, told: untold, decided: other })).toEqual(seen);
      }),
    );
  });

  it('shows no winner before its time to anyone outside the jury, the office and the stage', () => {
    const others = [...outsiders, OWN, JOURNALIST];
    fc.assert(
      fc.property(
        around,
        told,
        fc.boolean(),
        outcome,
        fc.constantFrom(...others),
        (base, told, finalists, decided, viewer) => {
          const given = { ...base, told: { ...told, finalists }, decided };
          expect(whatMaySee(viewer, given).winner).toBe('unknown');
        },
      ),
    );
  });

  it('shows nobody another’s score while scoring is open', () => {
    const everybody = [...outsiders, OWN, JUROR, LEADER, OFFICE, JOURNALIST, PRESENTER, KEYHOLDER];
    fc.assert(
      fc.property(
        around,
        told,
        outcome,
        fc.constantFrom(...everybody),
        (base, told, decided, viewer) => {
          const seen = whatMaySee(viewer, { ...base, stage: 'scoring', told: told, decided });
          expect([seen.scores === 'all', seen.ranking]).toEqual([false, false]);
        },
      ),
    );
  });
});
