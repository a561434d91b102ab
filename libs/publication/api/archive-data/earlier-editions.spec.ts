import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { DEFAULT_CLASSES, sizeClassOf } from '@award/award';
import { parseEarlierEditions } from './earlier-editions';

const text = readFileSync(new URL('earlier-editions.csv', import.meta.url), 'utf8');
const results = parseEarlierEditions(text);
const register = new URL('../../../municipalities/api/register-data/', import.meta.url);
const registerTable = (name: string) =>
  parse<Record<string, string>>(readFileSync(new URL(name, register), 'utf8'), { columns: true });

describe('the results of earlier editions', () => {
  it.each([
    [2019, 'small', '1534', ['0713', '1539']],
    [2019, 'large', '1103', ['0412', '0906']],
    [2021, 'small', '1539', ['3443', '5443']],
    [2021, 'large', '4203', ['3006', '4602']],
    [2022, 'small', '1146', []],
    [2022, 'large', '1833', ['3401', '4602']],
    [2023, 'small', '3823', ['1856', '4217']],
    [2023, 'large', '3001', ['1806', '3804']],
    [2024, 'small', '1144', ['1875', '4005']],
    [2024, 'large', '3907', ['3203', '3401']],
    [2025, 'small', null, ['1528', '3332', '4026']],
    [2025, 'large', null, ['3203', '3301', '3401']],
  ])('of %i, %s class, are winner %s and finalists %j', (edition, sizeClass, winner, finalists) => {
    const numbers = (outcome: string) =>
      results
        .filter((one) => one.edition === edition && one.sizeClass === sizeClass)
        .filter((one) => one.outcome === outcome)
        .map((one) => one.municipalityNumber)
        .sort();
    expect(numbers('winner')).toEqual(winner === null ? [] : [winner]);
    expect(numbers('finalist')).toEqual(finalists);
  });

  it('are 34, of six editions, with the dates that are known', () => {
    expect(results).toHaveLength(34);
    expect([...new Map(results.map((one) => [one.edition, one.ceremonyDate]))]).toEqual([
      [2019, '2019-04-09'],
      [2021, '2021-03-02'],
      [2022, null],
      [2023, '2023-03-15'],
      [2024, null],
      [2025, '2025-04-01'],
    ]);
  });

  it('agree with the register: number in force, residents counted, class as the residents say', () => {
    const versions = registerTable('municipality-versions.csv');
    const counts = new Map(
      registerTable('populations.csv').map((row) => [`${row['key']} ${row['date']}`, row['count']]),
    );
    const stray = results.filter((one) => {
      const date = `${one.edition}-01-01`;
      const version = versions.find(
        (row) =>
          row['number'] === one.municipalityNumber &&
          (row['valid_from'] ?? '') <= date &&
          (row['valid_to'] === '' || date < (row['valid_to'] ?? '')),
      );
      const counted = counts.get(`${version?.['key']} ${date}`);
      return (
        counted !== String(one.population) ||
        sizeClassOf(one.population, DEFAULT_CLASSES)?.code !== one.sizeClass
      );
    });
    expect(stray).toEqual([]);
  });

  const line = (cells: string) => `${text.split('\n')[0]}\n${cells}\n`;
  it.each([
    ['another header', 'year,class\n', 'line 1: the header is not'],
    ['a cell too few', line('2019,,small,1534,winner,9383'), 'line 2: 6 cells'],
    ['an unknown class', line('2019,,tiny,1534,winner,9383,https://x.no/'), 'class is tiny'],
    ['a number that lost its zero', line('2019,,small,713,winner,9,https://x.no/'), 'is 713'],
    ['no source', line('2019,,small,1534,winner,9383,'), 'source is blank'],
    ['another outcome', line('2019,,small,1534,nominated,9,https://x.no/'), 'is nominated'],
  ])('are refused with %s', (_, broken, fault) => {
    expect(() => parseEarlierEditions(broken)).toThrow(fault);
  });
});
