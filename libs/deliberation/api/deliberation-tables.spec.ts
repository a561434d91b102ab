import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

/** What PostgreSQL holds by itself, whatever the server does. */
describe('the tables of deliberation', () => {
  let app: TestApp;
  let at: DeliberationScene;
  let made: Record<'ranking' | 'meeting' | 'ballot' | 'finalists' | 'minutes', string>;

  beforeAll(async () => {
    app = await testApp();
    at = await deliberationScene(app);
    await meet(at);
    const finalists = await decideFinalists(at);
    await at.as.leader.post(`${at.path}/ballots`);
    await at.as.leader.post(`${at.path}/minutes`);
    const [row] = await app.db.query(
      `select (select id from ranking) as ranking, (select id from meeting) as meeting, (select id from ballot) as ballot,
         (select id from minutes) as minutes`,
    );
    made = { ...row, finalists };
  });
  afterAll(() => app.close());

  const refusedBy = async (sql: string, values: unknown[] = []) => {
    const error = await app.db.query(sql, values).then(
      () => null,
      (reason: { driverError: { code: string; constraint?: string } }) => reason.driverError,
    );
    return error && [error.code, error.constraint];
  };
  const decision = (kind: string, number: number, more: Record<string, unknown> = {}) => {
    const row = {
      edition_id: at.edition.id,
      class_code: 'small',
      kind,
      number,
      reason: '',
      supersedes_id: kind === 'finalists' ? made.finalists : null,
      finalists_decision_id: kind === 'winner' ? made.finalists : null,
      ...more,
    };
    return { columns: Object.keys(row).join(', '), values: Object.values(row) };
  };
  /** A decision with its entries in one transaction, so that the deferred check sees them together. */
  const sealing = async (
    kind: 'finalists' | 'winner',
    number: number,
    entries: readonly (readonly [string, string])[],
  ) => {
    const { columns, values } = decision(kind, number);
    return app.db
      .transaction(async (tx) => {
        const [{ id }] = await tx.query(
          `insert into decision (${columns}) values (${values.map((_, n) => `$${n + 1}`).join(', ')}) returning id`,
          values,
        );
        for (const [position, [entry, outcome]] of entries.entries())
          await tx.query(
            `insert into decision_entry (decision_id, nomination_id, edition_id, class_code, outcome, position)
             values ($1, $2, $3, 'small', $4, $5)`,
            [id, entry, at.edition.id, outcome, position + 1],
          );
      })
      .then(
        () => null,
        (reason: { driverError: { code: string; constraint?: string } }) => [
          reason.driverError.code,
          reason.driverError.constraint,
        ],
      );
  };

  it.each<[string, string, () => [string, unknown[]]]>([
    [
      'ranking_place',
      'fk_ranking_place_nomination_id',
      () => [
        `insert into ranking_place (ranking_id, nomination_id, edition_id, class_code, place, mean, counted) values ($1, $2, $3, 'small', 9, 1, 1)`,
        [made.ranking, at.stranger.id, at.edition.id],
      ],
    ],
    [
      'ranking_place, told to be of the other class',
      'fk_ranking_place_ranking_id',
      () => [
        `insert into ranking_place (ranking_id, nomination_id, edition_id, class_code, place, mean, counted) values ($1, $2, $3, 'large', 9, 1, 1)`,
        [made.ranking, at.stranger.id, at.edition.id],
      ],
    ],
    [
      'attendance',
      'fk_attendance_seat_id',
      () => [
        `insert into attendance (meeting_id, seat_id, edition_id, class_code, present) values ($1, $2, $3, 'small', true)`,
        [made.meeting, at.strangerSeat.id, at.edition.id],
      ],
    ],
    [
      'ballot',
      'fk_ballot_meeting_id',
      () => [
        `insert into ballot (meeting_id, edition_id, class_code, finalists_decision_id, round, state, closed_at, result)
       values ($1, $2, 'large', $3, 9, 'closed', award_now(), '{}')`,
        [made.meeting, at.edition.id, made.finalists],
      ],
    ],
    [
      'ballot_option',
      'fk_ballot_option_nomination_id',
      () => [
        `insert into ballot_option (ballot_id, nomination_id, edition_id, class_code) values ($1, $2, $3, 'small')`,
        [made.ballot, at.stranger.id, at.edition.id],
      ],
    ],
    [
      'ballot_paper',
      'fk_ballot_paper_seat_id',
      () => [
        `insert into ballot_paper (ballot_id, seat_id, edition_id, class_code, choices) values ($1, $2, $3, 'small', '[]')`,
        [made.ballot, at.strangerSeat.id, at.edition.id],
      ],
    ],
    [
      'decision, on another class’s ranking',
      'fk_decision_ranking_id',
      () => [
        `insert into decision (edition_id, class_code, kind, number, reason, ranking_id) values ($1, 'large', 'finalists', 0, '', $2)`,
        [at.edition.id, made.ranking],
      ],
    ],
    [
      'decision, of another class’s finalists',
      'fk_decision_finalists_decision_id',
      () => [
        `insert into decision (edition_id, class_code, kind, number, reason, finalists_decision_id) values ($1, 'large', 'winner', 0, '', $2)`,
        [at.edition.id, made.finalists],
      ],
    ],
    [
      'decision_entry',
      'fk_decision_entry_nomination_id',
      () => [
        `insert into decision_entry (decision_id, nomination_id, edition_id, class_code, outcome, position) values ($1, $2, $3, 'small', 'reserve', 9)`,
        [made.finalists, at.stranger.id, at.edition.id],
      ],
    ],
    [
      'minutes',
      'fk_minutes_meeting_id',
      () => [
        `insert into minutes (meeting_id, edition_id, class_code, number, content, sha256) values ($1, $2, 'large', 9, '{}', 'x')`,
        [made.meeting, at.edition.id],
      ],
    ],
  ])('refuse a crossing of the classes in %s', async (_table, constraint, row) => {
    const [sql, values] = row();
    expect(await refusedBy(sql, values)).toEqual(['23503', constraint]);
  });

  it.each<[string, number, string]>([
    ['none where one is stated', 1, ''],
    ['three where two are stated', 2, 'ABC'],
    ['two where three are stated', 3, 'AB'],
  ])('refuse a number that is not the stated one: %s', async (_case, number, named) => {
    const entries = ids(at, named).map((id) => [id, 'finalist'] as const);
    expect(await sealing('finalists', number, entries)).toEqual([
      '23514',
      'ck_decision_keeps_its_number',
    ]);
  });

  it('refuse more finalists than any decision may name', async () => {
    const { columns, values } = decision('finalists', 7);
    expect(
      await refusedBy(
        `insert into decision (${columns}) values (${values.map((_, n) => `$${n + 1}`).join(', ')})`,
        values,
      ),
    ).toEqual(['23514', 'ck_decision_number']);
  });

  it('refuse a winner who is not a finalist', async () => {
    const [d] = ids(at, 'D');
    expect(await sealing('winner', 1, [[d ?? '', 'winner']])).toEqual([
      '23514',
      'ck_decision_winner_is_finalist',
    ]);
  });

  it('refuse a winner among the finalists of one decision', async () => {
    const [a, b] = ids(at, 'AB');
    expect(
      await sealing('finalists', 1, [
        [a ?? '', 'finalist'],
        [b ?? '', 'winner'],
      ]),
    ).toEqual(['23514', 'ck_decision_entry_kind']);
  });

  it('refuse a second first decision, and a second in place of the same', async () => {
    const { columns, values } = decision('finalists', 0, { supersedes_id: null });
    const insert = `insert into decision (${columns}) values (${values.map((_, n) => `$${n + 1}`).join(', ')})`;
    expect(await refusedBy(insert, values)).toEqual(['23505', 'uq_decision_first']);
    const again = decision('finalists', 0);
    const twice = `insert into decision (${again.columns}) values (${again.values.map((_, n) => `$${n + 1}`).join(', ')})`;
    expect(
      await refusedBy(
        `${twice}, (${again.values.map((_, n) => `$${n + 1}`).join(', ')})`,
        again.values,
      ),
    ).toEqual(['23505', 'uq_decision_supersedes_id']);
  });

  it.each<[string, () => [string, unknown[]]]>([
    ['a decision', () => ['update decision set reason = $2 where id = $1', [made.finalists, 'x']]],
    ['a decision, away', () => ['delete from decision where id = $1', [made.finalists]]],
    [
      'a decided entry',
      () => [
        `update decision_entry set outcome = 'reserve' where decision_id = $1`,
        [made.finalists],
      ],
    ],
    [
      'a decided entry, away',
      () => ['delete from decision_entry where decision_id = $1', [made.finalists]],
    ],
    ['a kept ranking', () => [`update ranking set input = '{}' where id = $1`, [made.ranking]]],
    [
      'a kept place',
      () => ['update ranking_place set place = 1 where ranking_id = $1', [made.ranking]],
    ],
    ['minutes', () => [`update minutes set content = '{}' where id = $1`, [made.minutes]]],
    ['minutes, away', () => ['delete from minutes where id = $1', [made.minutes]]],
  ])('never change %s', async (_case, row) => {
    const [sql, values] = row();
    expect(await refusedBy(sql, values)).toEqual(['42501', undefined]);
  });

  it('keep one open meeting and one open ballot of a class', async () => {
    expect(
      await refusedBy(`insert into meeting (edition_id, class_code) values ($1, 'small')`, [
        at.edition.id,
      ]),
    ).toEqual(['23505', 'uq_meeting_one_open']);
    expect(
      await refusedBy(
        `insert into ballot (meeting_id, edition_id, class_code, finalists_decision_id, round) values ($1, $2, 'small', $3, 2)`,
        [made.meeting, at.edition.id, made.finalists],
      ),
    ).toEqual(['23505', 'uq_ballot_one_open']);
  });

  it('take no paper, and no change, after a ballot is closed', async () => {
    await at.as.leader.put(`/api/ballots/${made.ballot}/paper`, { ranks: [] });
    await at.as.leader.post(`/api/ballots/${made.ballot}/close`);
    expect(
      await refusedBy(`update ballot_paper set choices = '[["x"]]' where ballot_id = $1`, [
        made.ballot,
      ]),
    ).toEqual(['23514', 'ck_ballot_paper_open']);
    expect(
      await refusedBy(
        `insert into ballot_paper (ballot_id, seat_id, edition_id, class_code, choices) values ($1, $2, $3, 'small', '[]')`,
        [made.ballot, at.seats.ks.id, at.edition.id],
      ),
    ).toEqual(['23514', 'ck_ballot_paper_open']);
    expect(await refusedBy(`update ballot set result = '{}' where id = $1`, [made.ballot])).toEqual(
      ['42501', undefined],
    );
  });
});
