import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { RefreshProgress } from './register-fetch';
import { RegisterImporter } from './register-importer.service';
import { type RefreshMemory, RegisterRefresh } from './register-refresh.service';
import { currentRegisters as registers } from './fixtures/current-registers';
import type { RegisterState } from './register-state';

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
