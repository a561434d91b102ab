import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { importIndustryJobs } from './industry-jobs';

const FROM = { source: 'SSB, tabell 07984', updatedOn: '2026-03-05' };
const HEADER = 'region;industry;name;year;jobs';

describe('importing jobs by industry', () => {
  let app: TestApp;
  let number: string;
  beforeAll(async () => {
    app = await testApp();
    const id = await story(app).municipality('Askedalen', 9000);
    [{ number }] = await app.db.query(
      'select number from municipality_version where municipality_id = $1',
      [id],
    );
  });
  afterAll(() => app.close());

  const kept = () =>
    app.db.query('select year, industry, jobs from industry_jobs order by year, industry');
  const file = (...lines: string[]) => [HEADER, ...lines].join('\n');

  it('keeps figures, counts the missing and names the unknown', async () => {
    const found = await importIndustryJobs(
      app.db,
      file(
        '0;A;Jordbruk;2020;1000',
        `${number};A;Jordbruk;2020;40`,
        `${number};B;Bergverk;2020;..`,
        '9999;A;Jordbruk;2020;3',
      ),
      FROM,
    );
    expect(found).toEqual({
      years: [2020],
      municipalities: 1,
      figures: 1,
      unknown: ['9999'],
      missing: 1,
    });
    expect(await kept()).toEqual([{ year: 2020, industry: 'A', jobs: 40 }]);
  });

  it('takes the place of what was there, and is the same the second time', async () => {
    const newer = file('0;A;Jordbruk;2024;900', `${number};A;Jordbruk;2024;50`);
    await importIndustryJobs(app.db, newer, FROM);
    await importIndustryJobs(app.db, newer, FROM);
    expect(await kept()).toEqual([{ year: 2024, industry: 'A', jobs: 50 }]);
  });

  it.each([
    ['nothing for the country', file('1101;A;Jordbruk;2020;5'), 'whole country'],
    ['a year that is none', file('0;A;Jordbruk;20;5'), 'Line 2'],
    ['a region that is none', file('Oslo;A;Jordbruk;2020;5'), 'Line 2'],
    ['another header', 'kommune;tall\n1101;5', 'Line 2'],
    ['the same figure twice', file('0;A;Jordbruk;2020;5', '0;A;Jordbruk;2020;6'), 'duplicate key'],
  ])('changes nothing when the file has %s', async (_case, csv, words) => {
    const before = await kept();
    await expect(importIndustryJobs(app.db, csv, FROM)).rejects.toThrow(words);
    expect(await kept()).toEqual(before);
  });
});
