import {
  type Declaration,
  type Ground,
  type Ruling,
  standing as standingByRule,
} from '@award/award';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Standings } from './standings.service';

/** A small deterministic generator, so that a failing case can be played again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

interface Said {
  seat: string;
  entry: string;
  at: Date;
  ground?: Ground | null;
  outcome?: 'recused' | 'impartial';
}

describe('standings in SQL', () => {
  let app: TestApp;
  let jury: JuryScene;
  let standings: Standings;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app, { declared: false, stage: 'waiting' });
    standings = app.get(Standings);
  });
  afterAll(() => app.close());

  /** Declarations and rulings in random order, some of them superseding others. */
  async function play(seed: number): Promise<Said[]> {
    const roll = dice(seed);
    await app.db.query('truncate declaration, ruling cascade');
    const said: Said[] = [];
    for (let turn = 0; turn < 24; turn++) {
      const seat = jury.members[roll(4)] ?? jury.nora;
      const entry = jury.entries[roll(3)] ?? jury.rauma;
      const at = new Date(Date.UTC(2027, 0, 1, 12, turn));
      if (roll(3) > 0) {
        const ground = roll(3) === 0 ? ('board' as const) : null;
        await app.db.query(
          `insert into declaration (seat_id, nomination_id, edition_id, answer, ground, declared_at) values ($1, $2, $3, $4, $5, $6)`,
          [seat.id, entry.id, jury.edition.id, ground ? 'ground' : 'none', ground, at],
        );
        said.push({ seat: seat.id, entry: entry.id, at, ground });
      } else {
        const outcome = roll(2) === 0 ? ('recused' as const) : ('impartial' as const);
        const by = seat === jury.leader ? jury.nils : jury.leader;
        await app.db.query(
          `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by, ruled_at)
           values ($1, $2, $3, 'small', $4, $5, $6)`,
          [seat.id, entry.id, jury.edition.id, outcome, by.id, at],
        );
        said.push({ seat: seat.id, entry: entry.id, at, outcome });
      }
    }
    return said;
  }

  it.each(Array.from({ length: 25 }, (_, seed) => seed))(
    'answers as the rule of libs/award does, in game %i',
    async (seed) => {
      const said = await play(seed * 7919 + 1);
      const declarations = said.filter((one) => one.ground !== undefined) as Declaration[];
      const rulings = said.filter((one) => one.outcome !== undefined) as Ruling[];
      const inSql = await standings.ofClass(app.db, jury.edition.id, 'small');
      for (const { id: seat } of jury.members) {
        const byRule = standingByRule({
          seat,
          entriesOfClass: jury.entries.map((entry) => ({ entry: entry.id })),
          declarations,
          rulings,
          scope: 'class',
        });
        expect(inSql.get(seat)).toEqual(byRule);
        expect(await standings.standingOf(app.db, seatRef(seat))).toEqual(byRule);
      }
    },
  );

  const seatRef = (id: string) => ({ id, editionId: jury.edition.id, classCode: 'small' });

  it('keeps a recusal when the entry is withdrawn, and lets everything else of it go', async () => {
    await app.db.query('truncate declaration, ruling cascade');
    const { nora, kjell, leader, rauma } = jury;
    await app.db.query(
      `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by) values ($1, $2, $3, 'small', 'recused', $4)`,
      [nora.id, rauma.id, jury.edition.id, leader.id],
    );
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [rauma.id]);
    expect((await standings.ofSeat(app.db, nora.id)).get(rauma.id)).toBe('recused');
    expect((await standings.ofSeat(app.db, kjell.id)).has(rauma.id)).toBe(false);
    expect(await standings.recusedFromClass(app.db, nora.id)).toBe(true);
    expect(await standings.recusedFromClass(app.db, kjell.id)).toBe(false);
  });

  it('refuses a seat that does not exist rather than finding nothing against it', async () => {
    await expect(
      standings.ofSeat(app.db, '00000000-0000-4000-8000-000000000000'),
    ).rejects.toMatchObject({ refusal: 'not-found' });
  });
});
