import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { RefreshProgress } from './register-fetch';
import { RegisterImporter } from './register-importer.service';
import { type RefreshMemory, RegisterRefresh } from './register-refresh.service';
import { inForceOn, type RegisterState } from './register-state';

/** The public registers as they answer when nothing but three facts differ from what is shipped. */
function registers(state: RegisterState, today: string) {
  const now = inForceOn(state, today);
  const asked: string[] = [];
  const populations = (year: number) => ({
    id: ['Region', 'ContentsCode', 'Tid'],
    size: [now.length, 1, 1],
    role: { geo: ['Region'], time: ['Tid'], metric: ['ContentsCode'] },
    dimension: {
      Region: { category: { index: now.map(({ version }) => version.number) } },
      ContentsCode: { category: { index: ['Personer1'] } },
      Tid: { category: { index: [String(year)] } },
    },
    value: now.map(({ municipality, version }) => {
      const known = state.populations.find(
        ({ key, date }) => key === municipality.key && date === `${year}-01-01`,
      );
      return (known?.count ?? 0) + (version.number === '1539' && year === 2026 ? 1 : 0);
    }),
  });
  const organisation = (number: string, organisationNumber: string) => ({
    organisasjonsnummer: organisationNumber,
    organisasjonsform: { kode: 'KOMM' },
    maalform: number === '1539' ? 'Bokmål' : null,
    forretningsadresse: { kommunenummer: number },
    postadresse:
      number === '1539'
        ? { adresse: ['Vollan 8A'], postnummer: '6300', poststed: 'ÅNDALSNES' }
        : null,
  });
  const fetchJson = async (url: string): Promise<unknown> => {
    asked.push(url);
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/131/codesAt'))
      return {
        codes: now.map(({ version }) => ({ code: version.number, name: version.norwegianName })),
      };
    if (pathname.endsWith('/104/codesAt')) return { codes: [] };
    if (pathname.endsWith('/changes')) return { codeChanges: [] };
    if (pathname.endsWith('/data')) return populations(Number(searchParams.get('valueCodes[Tid]')));
    return {
      page: { number: 0, totalPages: 1 },
      _embedded: {
        enheter: now.flatMap(({ municipality, version }) =>
          municipality.organisationNumber
            ? [organisation(version.number, municipality.organisationNumber)]
            : [],
        ),
      },
    };
  };
  return { asked, fetchJson };
}

function inMemory(): RefreshMemory & { kept: RefreshProgress | null } {
  return {
    kept: null,
    async read() {
      return this.kept;
    },
    async write(progress) {
      this.kept = progress;
    },
    async forget() {
      this.kept = null;
    },
  };
}

describe('refreshing the register', () => {
  let app: TestApp;
  let refresh: RegisterRefresh;
  let state: RegisterState;
  let today: string;
  beforeAll(async () => {
    app = await testApp();
    refresh = app.get(RegisterRefresh);
    const importer = app.get(RegisterImporter);
    await app.db.transaction((tx) => importer.importShipped(tx));
    await app.db.query(
      `update installation set clock_offset = timestamptz '2026-11-20 12:00+01' - clock_timestamp()`,
    );
    state = await importer.current(app.db);
    today = (await refresh.wanted(app.db)).date;
  });
  afterAll(() => app.close());

  it('asks for today, the changes since the newest known, and the last two years', async () => {
    expect(await refresh.wanted(app.db)).toEqual({
      date: '2026-11-20',
      changesFrom: '2024-01-01',
      years: [2025, 2026],
    });
  });

  it('shows what it would change and writes nothing', async () => {
    const { fetchJson } = registers(state, today);
    const found = await refresh.find(app.db, fetchJson, inMemory());
    expect(found.lines).toEqual([
      '1539 Rauma: writtenForm unknown → nb',
      '1539 Rauma: postAddress unknown → Vollan 8A, 6300 ÅNDALSNES',
      expect.stringMatching(/^1539 Rauma: \d+ → \d+ residents on 2026-01-01$/),
    ]);
    expect(found.notes.map(({ code }) => code)).toEqual(['organisation-missing']);
    expect(await app.get(RegisterImporter).current(app.db)).toEqual(state);
  });

  it('goes on where it stopped when a register did not answer', async () => {
    const { asked, fetchJson } = registers(state, today);
    const memory = inMemory();
    const broken = (url: string) =>
      url.includes('enhetsregisteret') ? Promise.reject(new Error('503')) : fetchJson(url);
    await expect(refresh.find(app.db, broken, memory)).rejects.toThrow('503');
    expect(asked).toHaveLength(3);
    await refresh.find(app.db, fetchJson, memory);
    expect(asked).toHaveLength(6);
    expect(new Set(asked).size).toBe(6);
  });

  it('starts anew on another day', async () => {
    const { asked, fetchJson } = registers(state, today);
    const memory = inMemory();
    await refresh.find(app.db, fetchJson, memory);
    memory.kept = memory.kept && {
      ...memory.kept,
      pieces: { ...memory.kept.pieces, date: '2026-11-19' },
    };
    await refresh.find(app.db, fetchJson, memory);
    expect(asked).toHaveLength(12);
  });

  it('applies what it showed, once', async () => {
    const { fetchJson } = registers(state, today);
    const found = await refresh.find(app.db, fetchJson, inMemory());
    const applied = await app.db.transaction((tx) => refresh.apply(tx, found, null));
    expect(applied).toEqual(found.changes);
    const again = await refresh.find(app.db, registers(state, today).fetchJson, inMemory());
    expect(again.lines).toEqual([]);
  });
});
