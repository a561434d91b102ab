import { answer } from './fixtures/register-answers';
import { RegisterSourceError } from './register-json';
import { parsePlace } from './register-places';
import {
  parseCodeChanges,
  parseCodes,
  parseOrganisationPage,
  parsePopulationTable,
} from './register-sources';

/** A copy of an answer with one thing in it exchanged; `path` as `dimension.Tid.category`. */
function changed(name: string, path: string, value: unknown): unknown {
  const copy = answer(name);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[last] = value;
  return copy;
}

describe('the population table', () => {
  it('has a figure for every number and year, and null where there is none', () => {
    expect(parsePopulationTable(answer('population-2024'))).toEqual([
      { number: '0', date: '2024-01-01', count: 5_550_203 },
      { number: '1507', date: '2024-01-01', count: 0 },
      { number: '1508', date: '2024-01-01', count: 58_509 },
      { number: '1580', date: '2024-01-01', count: 9_357 },
      { number: '5443', date: '2024-01-01', count: null },
      { number: '5632', date: '2024-01-01', count: 2_113 },
    ]);
  });

  it('is read the same with time first, lists of codes and only the filled cells', () => {
    expect(parsePopulationTable(answer('population-sparse'))).toEqual([
      { number: '1508', date: '2023-01-01', count: null },
      { number: '1508', date: '2024-01-01', count: 58_509 },
      { number: '5632', date: '2023-01-01', count: null },
      { number: '5632', date: '2024-01-01', count: 2_113 },
    ]);
  });

  it.each<[string, string, unknown, string]>([
    ['too few cells', 'value', [1, 2], 'value is not of 6 cells'],
    ['no cells', 'value', 'none', 'value is not of 6 cells'],
    ['half a resident', 'value', [0.5, 0, 0, 0, 0, 0], 'value[0] is not a count'],
    ['fewer than nobody', 'value', [1, -1, 0, 0, 0, 0], 'value[1] is not a count'],
    ['two contents at once', 'size', [6, 2, 1], 'size is not of one value'],
    ['no role for the region', 'role', { time: ['Tid'], geo: [] }, 'role is not naming'],
    ['a quarter for a year', 'dimension.Tid.category.index', { '2024K1': 0 }, 'not of years'],
    ['a code too few', 'dimension.Region.category.index', { '0': 0 }, 'index is not of 6 codes'],
    ['no dimension', 'dimension', null, 'dimension is not an object'],
  ])('is refused with %s', (_, path, value, fault) => {
    const read = () => parsePopulationTable(changed('population-2024', path, value));
    expect(read).toThrow(RegisterSourceError);
    expect(read).toThrow(fault);
  });
});

describe('the classification of municipalities', () => {
  it('has codes and names, without the one for not stated', () => {
    expect(parseCodes(answer('municipality-codes'))).toEqual([
      { code: '1508', name: 'Ålesund' },
      { code: '1580', name: 'Haram' },
      { code: '5632', name: 'Båtsfjord' },
    ]);
    expect(parseCodes(answer('county-codes')).map(({ code }) => code)).toEqual(['15', '56']);
  });

  it('has a row for every new number of a divided municipality', () => {
    expect(parseCodeChanges(answer('municipality-changes'))).toEqual([
      { oldNumber: '1507', newNumber: '1508', newName: 'Ålesund', date: '2024-01-01' },
      { oldNumber: '1507', newNumber: '1580', newName: 'Haram', date: '2024-01-01' },
      { oldNumber: '5443', newNumber: '5632', newName: 'Båtsfjord', date: '2024-01-01' },
    ]);
  });

  it.each<[string, () => unknown, string]>([
    ['no list', () => parseCodes({ codes: {} }), 'Klass: codes is not a list'],
    ['no name', () => parseCodes({ codes: [{ code: '1508' }] }), 'codes[0].name is not a text'],
    ['no object', () => parseCodeChanges({ codeChanges: ['1507'] }), 'codeChanges[0] is not'],
    ['a page of something else', () => parseCodes('<html>'), 'the answer is not an object'],
  ])('is refused with %s', (_, read, fault) => {
    expect(read).toThrow(fault);
  });
});

describe('the register of legal units', () => {
  it('has municipalities with number, written form and postal address, and the next page', () => {
    expect(parseOrganisationPage(answer('organisations-0'))).toEqual({
      organisations: [
        {
          organisationNumber: '920415288',
          municipalityNumber: '1508',
          writtenForm: 'nn',
          postAddress: 'Postboks 1, 0001 EKSEMPEL',
        },
        {
          organisationNumber: '938795592',
          municipalityNumber: '5632',
          writtenForm: 'nb',
          postAddress: null,
        },
      ],
      nextPage: 1,
    });
  });

  it('leaves out what is no municipality or has no address in one, and knows its last page', () => {
    expect(parseOrganisationPage(answer('organisations-1'))).toEqual({
      organisations: [],
      nextPage: null,
    });
  });

  it('may have found nothing', () => {
    const page = { page: { size: 100, totalElements: 0, totalPages: 0, number: 0 } };
    expect(parseOrganisationPage(page)).toEqual({ organisations: [], nextPage: null });
  });

  it('is refused with an organisation number whose check digit is wrong', () => {
    const unit = {
      organisasjonsnummer: '938795593',
      organisasjonsform: { kode: 'KOMM' },
      forretningsadresse: { kommunenummer: '5632' },
    };
    const read = () =>
      parseOrganisationPage(changed('organisations-0', '_embedded.enheter', [unit]));
    expect(read).toThrow('enheter[0].organisasjonsnummer is not an organisation number');
  });
});

describe('an answer of Geonorge', () => {
  const place = answer('place-5632') as Record<string, unknown>;
  const names = (...all: [string | null, string | null][]) => ({
    gyldigeNavn: all.map(([navn, sprak], at) => ({ navn, sprak, prioritet: at + 1 })),
  });

  it('has the names by language, and a point to the metre', () => {
    expect(parsePlace(place)).toEqual({
      number: '5632',
      norwegianName: 'Båtsfjord',
      samiName: null,
      kvenName: null,
      samiArea: false,
      longitude: 30.32742,
      latitude: 70.61428,
    });
    const three = names(
      ['Gáivuotna', 'Northern Sami'],
      ['Kåfjord', 'Norwegian'],
      ['Kaivuono', 'Kven'],
    );
    expect(parsePlace({ ...place, ...three })).toMatchObject({
      norwegianName: 'Kåfjord',
      samiName: 'Gáivuotna',
      kvenName: 'Kaivuono',
    });
  });

  it.each<[string, object, string]>([
    ['no names', { gyldigeNavn: null }, 'gyldigeNavn is not a list'],
    ['no point', { punktIOmrade: { coordinates: ['x'] } }, 'coordinates is not a point'],
    ['no word on the Sámi area', { samiskForvaltningsomrade: null }, 'not true or false'],
    ['no number', { kommunenummer: 5632 }, 'kommunenummer is not a text'],
  ])('is refused with %s', (_case, change, problem) => {
    expect(() => parsePlace({ ...place, ...change })).toThrow(problem);
  });
});
