import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { jobsOf } from './municipality-jobs';
import { PublicDatabase } from './public-database';

describe('the jobs of a municipality', () => {
  let app: TestApp;
  let askedalen: string;
  let bjorkheim: string;
  beforeAll(async () => {
    app = await testApp();
    askedalen = await story(app).municipality('Askedalen', 9000);
    bjorkheim = await story(app).municipality('Bjørkheim', 9000);
    await app.db.query(
      `insert into industry_jobs_of_country (year, industry, name, jobs, source, updated_on)
       select year, industry, name, jobs, 'SSB, tabell 07984', '2026-03-05'
       from (values (2020, 'C', 'Industri', 1000), (2024, 'C', 'Industri', 900), (2020, 'Q', 'Helse', 1000), (2024, 'Q', 'Helse', 1300),
         (2020, 'B', 'Bergverk', 10), (2024, 'B', 'Bergverk', 10)) as c (year, industry, name, jobs)`,
    );
    await app.db.query(
      `insert into industry_jobs (municipality_id, year, industry, jobs)
       select $1, year, industry, jobs
       from (values (2020, 'C', 100), (2024, 'C', 130), (2020, 'Q', 100), (2024, 'Q', 110), (2024, 'B', 4)) as j (year, industry, jobs)`,
      [askedalen],
    );
  });
  afterAll(() => app.close());

  it('are read as the public reads them, with the growth taken apart and what is missing named', async () => {
    const found = await jobsOf(app.get(PublicDatabase), askedalen);
    expect(found).toMatchObject({
      source: 'SSB, tabell 07984',
      updatedOn: '2026-03-05',
      years: [
        { year: 2020, jobs: 200 },
        { year: 2024, jobs: 244 },
      ],
      growth: { from: 2020, to: 2024, first: 200, last: 240, leftOut: ['Bergverk'] },
    });
    const parts = found?.growth?.parts;
    expect(parts?.national).toBeCloseTo(20, 9);
    expect(parts?.mix).toBeCloseTo(0, 9);
    expect(parts?.own).toBeCloseTo(20, 9);
  });

  it('are unknown for a municipality without figures', async () => {
    expect(await jobsOf(app.get(PublicDatabase), bjorkheim)).toBeNull();
  });

  it('have no growth with one year only', async () => {
    await app.db.query('delete from industry_jobs where year = 2024');
    const found = await jobsOf(app.get(PublicDatabase), askedalen);
    expect([found?.years, found?.growth]).toEqual([[{ year: 2020, jobs: 200 }], null]);
  });
});
