import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { placeOfWords, UnsentWords } from './unsent-words';

const values = { overall: 4, line: 'Godt', assessment: '', scores: {} };
const turn = () => new Promise((later) => setTimeout(later));

describe('words that wait in this browser', () => {
  let words: UnsentWords;
  let server: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    words = TestBed.inject(UnsentWords);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  function write(nominationId: string, at: number, key: string): void {
    const kept = { value: values, lockVersion: 2, key, at, versionId: 'v1' };
    localStorage.setItem(placeOfWords('sheet', 'nora', nominationId), JSON.stringify(kept));
  }
  const sheet = (nominationId: string) => `/api/scoring/entries/${nominationId}/sheet`;
  const left = () => words.look('nora').map(({ nominationId }) => nominationId);

  it('are sent in the order of writing, one after the other, each with its own key', async () => {
    write('a', 20, 'second');
    write('b', 10, 'first');
    const sent = words.send('nora');
    const one = server.expectOne(sheet('b'));
    server.expectNone(sheet('a'));
    expect(one.request.headers.get('Idempotency-Key')).toBe('first');
    expect(one.request.body).toMatchObject({ lockVersion: 2, versionId: 'v1', overall: 4 });
    one.flush({ lockVersion: 3, savedAt: '2027-02-01T10:00:00.000Z' });
    await turn();
    server.expectOne(sheet('a')).flush({ lockVersion: 3, savedAt: '2027-02-01T10:00:00.000Z' });
    expect(await sent).toBe(true);
    expect(left()).toEqual([]);
  });

  it('stay when the line is gone, and the rest is not tried', async () => {
    write('a', 1, 'x');
    write('b', 2, 'y');
    const sent = words.send('nora');
    server.expectOne(sheet('a')).error(new ProgressEvent('error'));
    expect(await sent).toBe(false);
    expect(left()).toEqual(['a', 'b']);
  });

  it.each([
    ['are kept when something else was saved meanwhile', { ...values, line: 'Annet' }, ['a']],
    ['are done with when the server has the same', values, []],
  ])('%s', async (_, stored, expected) => {
    write('a', 1, 'x');
    const sent = words.send('nora');
    const details = { stored: { ...stored, lockVersion: 5, savedAt: null, locked: false } };
    server
      .expectOne(sheet('a'))
      .flush({ refusal: 'stale-save', details }, { status: 409, statusText: 'Conflict' });
    await sent;
    expect(left()).toEqual(expected);
  });

  it('are set aside for an entry that has closed, and not sent', async () => {
    write('a', 1, 'x');
    words.putAside('nora', { nominationId: 'a', municipalityName: 'Rauma' });
    expect(await words.send('nora')).toBe(true);
    expect(words.setAside()).toEqual([{ nominationId: 'a', municipalityName: 'Rauma' }]);
    words.forgetAside('nora', 'a');
    expect([words.setAside(), localStorage.length]).toEqual([[], 0]);
  });

  it('are each person’s own', async () => {
    write('a', 1, 'x');
    expect(await words.send('kjell')).toBe(true);
    words.eraseAll('kjell');
    expect(left()).toEqual(['a']);
    words.eraseAll('nora');
    expect(localStorage.length).toBe(0);
  });
});
