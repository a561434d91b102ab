import { createHash, randomUUID } from 'node:crypto';
import { DEFAULT_SECTIONS, NO_WORDS, type NominationForm, type Role } from '@award/award';
import type { TestApp } from './test-app';

export interface SceneEdition {
  id: string;
  year: number;
  criteria: { id: string; code: string }[];
}
export interface SceneSeat {
  id: string;
  personId: string;
  /** Signs in with `visitor.signInAs(key)`. */
  key: string;
  house: 'KS' | 'NHO' | 'independent';
}
export interface SceneNomination {
  id: string;
  municipalityId: string;
  classCode: string;
  versionId: string;
}

const SENT = [
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'ineligible',
  'in-review',
  'assessed',
];
const text = (value: string) => JSON.stringify({ nb: value, nn: value, en: value });

/** Content that satisfies the default form. */
export const completeContent = (title = 'Et godt tiltak') => ({
  basis: 'all-round',
  mainField: 'sites-and-infrastructure',
  fields: ['sites-and-infrastructure'],
  title,
  text: `${title} begynte med et møte og endte med ti nye arbeidsplasser.`,
  contactName: 'Kari Nordli',
  contactEmail: 'kari@kommune.example',
  contactPhone: '99 00 00 00',
  confirmedWithChiefExecutive: true,
  summary: '',
  traits: {},
  difficult: '',
  business: '',
  results: [],
  partners: [],
  neighbours: [],
  attachments: [],
  answers: {},
});

/**
 * A form that leaves out the results and asks a question of its own, which must be answered. The award's own
 * questions stand as they are otherwise.
 */
export const formWithItsOwn = (): Partial<NominationForm> => ({
  sections: [
    ...DEFAULT_SECTIONS.map((one) => (one.code === 'results' ? { ...one, asked: false } : one)),
    {
      code: 'own-climate',
      place: 'elaborate',
      asked: true,
      required: true,
      limit: 500,
      heading: { nb: 'Klimaet', nn: 'Klimaet på nynorsk', en: '' },
      help: NO_WORDS,
    },
  ],
});

/** One for all stories of a spec, so that two of them do not take the same number. */
let counter = 0;

/** Puts a scene in the database, row by row, so that a spec can begin in the middle of the award year. */
export function story(app: Pick<TestApp, 'db'>) {
  const query = (sql: string, values: unknown[]) => app.db.query(sql, values);

  async function person(name: string, key?: string): Promise<string> {
    const [made] = await query('insert into person (name) values ($1) returning id', [name]);
    await query(
      `insert into identity (issuer, subject, person_id) values ('demo', $1, $2), ('email', $3, $2)`,
      [
        key ?? name,
        made.id,
        `${(key ?? name).toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@people.example`,
      ],
    );
    return made.id;
  }

  return {
    /** An edition with the two default classes and two criteria. Deadline in 10 days when open, 10 days ago otherwise. */
    async edition(
      options: {
        phase?: string;
        year?: number;
        stage?: string;
        preset?: 'simple' | 'full';
        form?: Partial<NominationForm>;
      } = {},
    ): Promise<SceneEdition> {
      const {
        phase = 'open',
        year = 2027,
        stage = 'waiting',
        preset = 'simple',
        form = {},
      } = options;
      const open = phase === 'open' || phase === 'planned';
      const [made] = await query(
        `insert into edition (year, name, phase, preset, reference_date, opens_at, deadline, form)
         values ($1, $2, $3, $4, make_date($1 - 1, 1, 1), award_now() - interval '40 days',
           award_now() + $5::interval, $6) returning id`,
        [
          year,
          text('Årets vertskommune'),
          phase,
          preset,
          open ? '10 days' : '-10 days',
          JSON.stringify(form),
        ],
      );
      await query(
        `insert into edition_class (edition_id, code, position, name, min_population, max_population, stage)
         values ($1, 'small', 1, $2, null, 15000, $4), ($1, 'large', 2, $3, 15000, null, $4)`,
        [made.id, text('Små kommuner'), text('Store kommuner'), stage],
      );
      const criteria = await query(
        `insert into criterion (edition_id, code, position, name) values ($1, 'together', 1, $2), ($1, 'active', 2, $3) returning id, code`,
        [made.id, text('Samarbeider'), text('Aktiv')],
      );
      return { id: made.id, year, criteria };
    },

    person,

    /** A person with one grant, who signs in by key. */
    async holder(
      key: string,
      role: Role,
      scope: { editionId?: string; classCode?: string; municipalityId?: string } = {},
    ): Promise<string> {
      const id = await person(key, key);
      await query(
        'insert into role_grant (person_id, role, edition_id, class_code, municipality_id) values ($1, $2, $3, $4, $5)',
        [id, role, scope.editionId ?? null, scope.classCode ?? null, scope.municipalityId ?? null],
      );
      return id;
    },

    /** An invented municipality with a population at 1 January of the years 2024 to 2026. */
    async municipality(name: string, population: number): Promise<string> {
      const number = String(9000 + (++counter % 1000));
      const [made] = await query(
        `insert into municipality (stable_key, invented) values ($1, true) returning id`,
        [`invented-${number}-${randomUUID()}`],
      );
      await query(
        `insert into municipality_version (municipality_id, number, name, norwegian_name, county_number, county_name, valid_from)
         values ($1, $2, $3, $3, '90', 'Eksempelfylke', '2019-01-01')`,
        [made.id, number, name],
      );
      await query(
        `insert into population (municipality_id, on_date, count, source)
         select $1, make_date(y, 1, 1), $2, 'Eksempeldata' from generate_series(2024, 2026) y`,
        [made.id, population],
      );
      return made.id;
    },

    /** An entry in a state, with one version; sent entries have class, population and receipt frozen. */
    async nomination(
      edition: SceneEdition,
      municipalityId: string,
      options: { state?: string; population?: number; content?: object } = {},
    ): Promise<SceneNomination> {
      const { state = 'submitted', population = 9000, content = completeContent() } = options;
      const classCode = population < 15000 ? 'small' : 'large';
      const sent = SENT.includes(state);
      const [made] = await query(
        `insert into nomination (edition_id, municipality_id, state, content, class_code, population, population_date, population_source, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9 then award_now() - interval '11 days' end) returning id`,
        [
          edition.id,
          municipalityId,
          state,
          JSON.stringify(content),
          sent ? classCode : null,
          sent ? population : null,
          sent ? `${edition.year - 1}-01-01` : null,
          sent ? 'Eksempeldata' : null,
          sent,
        ],
      );
      const [version] = await query(
        `insert into nomination_version (nomination_id, number, kind, content, sha256) values ($1, 1, $2, $3, $4) returning id`,
        [
          made.id,
          sent ? 'submitted' : 'save',
          JSON.stringify(content),
          createHash('sha256').update(JSON.stringify(content)).digest('hex'),
        ],
      );
      if (sent)
        await query('update nomination set submitted_version_id = $2 where id = $1', [
          made.id,
          version.id,
        ]);
      return { id: made.id, municipalityId, classCode, versionId: version.id };
    },

    /** A seat with its person and grant, accepted unless another state is given. */
    async seat(
      edition: SceneEdition,
      classCode: string,
      key: string,
      options: { house?: 'KS' | 'NHO' | 'independent'; role?: string; state?: string } = {},
    ): Promise<SceneSeat> {
      const { house = 'KS', role = 'member', state = 'accepted' } = options;
      const [known] = await query(
        `select person_id from identity where issuer = 'demo' and subject = $1`,
        [key],
      );
      const personId: string = known?.person_id ?? (await person(key, key));
      await query(
        'insert into role_grant (person_id, role, edition_id, class_code) values ($1, $2, $3, $4)',
        [
          personId,
          ['leader', 'deputy-leader'].includes(role) ? 'jury-leader' : 'juror',
          edition.id,
          classCode,
        ],
      );
      const [made] = await query(
        `insert into seat (edition_id, class_code, person_id, name, email, house, role, state, pledged_at, answered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8 = 'accepted' then award_now() end, case when $8 <> 'invited' then award_now() end)
         returning id`,
        [
          edition.id,
          classCode,
          personId,
          key,
          `${key.toLowerCase()}-${classCode}@jury.example`,
          house,
          role,
          state,
        ],
      );
      return { id: made.id, personId, key, house };
    },

    async declare(
      seat: SceneSeat,
      nomination: SceneNomination,
      edition: SceneEdition,
      ground: string | null = null,
    ): Promise<void> {
      await query(
        'insert into declaration (seat_id, nomination_id, edition_id, answer, ground) values ($1, $2, $3, $4, $5)',
        [seat.id, nomination.id, edition.id, ground ? 'ground' : 'none', ground],
      );
    },

    async rule(
      by: SceneSeat,
      seat: SceneSeat,
      nomination: SceneNomination,
      edition: SceneEdition,
      outcome: 'recused' | 'impartial',
    ): Promise<void> {
      await query(
        `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by) values ($1, $2, $3, $4, $5, $6)`,
        [seat.id, nomination.id, edition.id, nomination.classCode, outcome, by.id],
      );
    },

    async assign(
      seat: SceneSeat,
      nomination: SceneNomination,
      edition: SceneEdition,
      position = ++counter,
    ): Promise<void> {
      await query(
        'insert into assignment (seat_id, nomination_id, edition_id, class_code, position) values ($1, $2, $3, $4, $5)',
        [seat.id, nomination.id, edition.id, nomination.classCode, position],
      );
    },

    /** A locked sheet with an overall score and the same value on every criterion. Makes the assignment too. */
    async sheet(
      seat: SceneSeat,
      nomination: SceneNomination,
      edition: SceneEdition,
      value: number,
      state: 'open' | 'locked' = 'locked',
    ): Promise<string> {
      await query(
        `insert into assignment (seat_id, nomination_id, edition_id, class_code, position) values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [seat.id, nomination.id, edition.id, nomination.classCode, ++counter],
      );
      const [made] = await query(
        `insert into score_sheet (seat_id, nomination_id, edition_id, class_code, nomination_version_id, overall, line, assessment, state, locked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $9 = 'locked' then award_now() end) returning id`,
        [
          seat.id,
          nomination.id,
          edition.id,
          nomination.classCode,
          nomination.versionId,
          value,
          'Godt begrunnet.',
          'En skriftlig vurdering.',
          state,
        ],
      );
      for (const criterion of edition.criteria) {
        await query(
          'insert into sheet_score (sheet_id, criterion_id, edition_id, value) values ($1, $2, $3, $4)',
          [made.id, criterion.id, edition.id, value],
        );
      }
      return made.id;
    },

    /** Moves the award's clock; the database is marked test, so this is allowed. */
    async moveClock(interval: string): Promise<void> {
      await query('update installation set clock_offset = clock_offset + $1::interval', [interval]);
    },
  };
}
