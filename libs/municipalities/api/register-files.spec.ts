import { shippedFiles } from './fixtures/shipped-register';
import { RegisterFileError, isDate, parseRegisterFiles } from './register-files';
import type { RegisterFiles } from './register-files';

const versionsHeader = shippedFiles().versions.split('\n')[0] ?? '';
const small: RegisterFiles = {
  versions: `${versionsHeader}
m1940,5426,Gáivuotna - Kåfjord - Kaivuono,Kåfjord,Gáivuotna,Kaivuono,54,Troms og Finnmark,2020-01-01,2024-01-01,940363586,yes,20.72712,69.49732
m1940,1940,Kåfjord,Kåfjord,,,19,Troms,2019-01-01,2020-01-01,940363586,,,
`,
  populations: 'key,date,count,source\nm1940,2021-01-01,2072,ssb-07459\n',
  successions: 'from_key,to_key,date,share,kind\nm1850,m1806,2020-01-01,,divided\n',
};

function faultOf(files: Partial<RegisterFiles>): string {
  try {
    parseRegisterFiles({ ...small, ...files });
  } catch (error) {
    if (error instanceof RegisterFileError) return error.message;
    throw error;
  }
  return 'none';
}

describe('the register files', () => {
  it('are read with blank as not known and versions oldest first', () => {
    const { municipalities, populations, successions } = parseRegisterFiles(small);
    const [municipality] = municipalities;
    expect(municipality?.versions.map(({ number, validTo }) => [number, validTo])).toEqual([
      ['1940', '2020-01-01'],
      ['5426', '2024-01-01'],
    ]);
    expect(municipality?.versions[0]).toMatchObject({ samiArea: null, longitude: null });
    expect(municipality?.versions[1]).toEqual({
      number: '5426',
      name: 'Gáivuotna - Kåfjord - Kaivuono',
      norwegianName: 'Kåfjord',
      samiName: 'Gáivuotna',
      kvenName: 'Kaivuono',
      countyNumber: '54',
      countyName: 'Troms og Finnmark',
      validFrom: '2020-01-01',
      validTo: '2024-01-01',
      samiArea: true,
      longitude: 20.72712,
      latitude: 69.49732,
    });
    expect(populations).toEqual([
      { key: 'm1940', date: '2021-01-01', count: 2072, source: 'ssb-07459' },
    ]);
    expect(successions).toEqual([
      { from: 'm1850', to: 'm1806', date: '2020-01-01', share: null, kind: 'divided' },
    ]);
  });

  it('may begin with a byte order mark and end lines in the other way', () => {
    const populations = `\uFEFF${small.populations.replaceAll('\n', '\r\n')}`;
    expect(parseRegisterFiles({ ...small, populations }).populations).toHaveLength(1);
  });

  const row = (cells: string) => `key,date,count,source\n${cells}\n`;
  const passing = (cells: string) => `from_key,to_key,date,share,kind\n${cells}\n`;
  const version = (change: [string, string]) => ({
    versions: small.versions.replace(...change),
  });
  it.each<[string, Partial<RegisterFiles>, string]>([
    ['an empty file', { populations: '' }, 'populations.csv, line 1: the header is not'],
    ['another column', { populations: 'key,date,residents,source\n' }, 'the header is not'],
    [
      'a cell too few',
      { populations: row('m1,2021-01-01,5') },
      'populations.csv, line 2: 3 cells where 4',
    ],
    ['a cell too many', { populations: row('m1,2021-01-01,5,x,y') }, '5 cells where 4'],
    ['a blank key', { populations: row(',2021-01-01,5,x') }, 'key is blank'],
    ['a date of no calendar', { populations: row('m1,2021-02-30,5,x') }, 'date is not a date'],
    ['a fraction of a resident', { populations: row('m1,2021-01-01,5.5,x') }, 'not a whole number'],
    ['a grouped number', { populations: row('m1,2021-01-01,5 000,x') }, 'not a whole number'],
    ['a share above one', { successions: passing('m1,m2,2020-01-01,1.5,merged') }, 'share is not'],
    ['an unknown kind', { successions: passing('m1,m2,2020-01-01,1,eaten') }, 'unknown kind'],
    ['a mark that is not yes or no', version([',yes,', ',ja,']), 'line 2: sami_area is not'],
    ['degrees with a comma lost', version(['69.49732', '6949732']), 'latitude is not degrees'],
    ['two organisation numbers', version(['940363586,,', '938795592,,']), 'line 3: another'],
    ['no end but a word', version(['2024-01-01', 'ukjent']), 'valid_to is not a date'],
  ])('are refused with the place of %s', (_, files, fault) => {
    expect(faultOf(files)).toContain(fault);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-2-9', false],
    ['', false],
  ])('take %s for a date: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});
