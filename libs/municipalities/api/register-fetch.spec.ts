import { fetched, registers, wanted } from './fixtures/register-answers';
import { fetchRefresh, startRefresh } from './register-fetch';
import type { RefreshProgress } from './register-fetch';

describe('fetching a refresh', () => {
  it('asks each register in turn, and the legal units page by page', async () => {
    const asked: string[] = [];
    const { left } = await fetched(startRefresh(wanted), asked);
    expect(left).toEqual([]);
    expect(asked).toEqual([
      'https://data.ssb.no/api/klass/v1/classifications/131/codesAt?date=2024-02-29',
      'https://data.ssb.no/api/klass/v1/classifications/104/codesAt?date=2024-02-29',
      'https://data.ssb.no/api/klass/v1/classifications/131/changes?from=2023-01-01&to=2024-03-01',
      'https://data.brreg.no/enhetsregisteret/api/enheter?organisasjonsform=KOMM&size=100&page=0',
      'https://data.brreg.no/enhetsregisteret/api/enheter?organisasjonsform=KOMM&size=100&page=1',
      'https://data.ssb.no/api/pxwebapi/v2/tables/07459/data?lang=no&outputFormat=json-stat2&valueCodes%5BRegion%5D=%2A&valueCodes%5BContentsCode%5D=Personer1&valueCodes%5BTid%5D=2024',
      'https://ws.geonorge.no/kommuneinfo/v1/kommuner/1508',
      'https://ws.geonorge.no/kommuneinfo/v1/kommuner/1580',
      'https://ws.geonorge.no/kommuneinfo/v1/kommuner/5632',
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'goes on where it stopped when answer %i fails, from what was stored as JSON',
    async (failAt) => {
      let stored = JSON.stringify(startRefresh(wanted));
      const asked: string[] = [];
      const interrupted = async () => {
        const from = JSON.parse(stored) as RefreshProgress;
        for await (const progress of fetchRefresh(registers(asked, failAt), from))
          stored = JSON.stringify(progress);
      };
      await expect(interrupted()).rejects.toThrow('no answer');
      const rest: string[] = [];
      const resumed = await fetched(JSON.parse(stored) as RefreshProgress, rest);
      expect(resumed).toEqual(await fetched(startRefresh(wanted), []));
      expect([asked.length, rest.length]).toEqual([failAt + 1, 9 - failAt]);
    },
  );

  it('asks for no place of what is known already', async () => {
    const asked: string[] = [];
    await fetched(startRefresh({ ...wanted, changesFrom: '2024-01-01' }), asked);
    expect(asked.filter((url) => url.includes('geonorge'))).toEqual([]);
  });

  it('takes nothing from an answer of another shape', async () => {
    const progress = startRefresh(wanted);
    const pages = fetchRefresh(async () => ({ error: 'down for maintenance' }), progress);
    await expect(pages.next()).rejects.toThrow('Klass: codes is not a list');
  });
});
