import {
  HttpClient,
  type HttpErrorResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import type { MeView } from '@award/access/contract';
import { Session } from './session';
import { sessionInterceptor } from './session-interceptor';
import { anonymous, grant, kari } from './testing/people';

const OLA = { id: 'ola', name: 'Ola Nordmann', language: 'nb' } as const;
const turn = () => new Promise((resolve) => setTimeout(resolve));

function setUp(platform = 'browser') {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      { provide: PLATFORM_ID, useValue: platform },
    ],
  });
  return {
    session: TestBed.inject(Session),
    server: TestBed.inject(HttpTestingController),
    http: TestBed.inject(HttpClient),
  };
}

describe('who is there', () => {
  it('is asked of the server once, however many want to know', async () => {
    const { session, server } = setUp();
    const all = Promise.all([session.load(), session.load(), session.load()]);
    server.expectOne('/api/me').flush(kari(grant('juror')));
    expect((await all).map((me) => me.person?.name)).toEqual(Array(3).fill('Kari Nordstrand'));
    await session.load();
    server.verify();
  });

  it('is never asked while a page is rendered on the server', async () => {
    const { session, server } = setUp('server');
    expect((await session.load()).person).toBeNull();
    await session.loadIfSignedInBefore();
    server.verify();
  });

  it('is asked on a public page only if somebody has signed in from this browser', async () => {
    const { session, server } = setUp();
    await session.loadIfSignedInBefore();
    server.verify();
    const signedIn = session.refresh();
    server.expectOne('/api/me').flush(kari(grant('juror')));
    await signedIn;
    const signedOut = session.signOut();
    await turn();
    server.expectOne('/api/sign-out').flush({ goOnTo: null });
    await turn();
    server.expectOne('/api/me').flush(anonymous);
    await signedOut;
    await session.loadIfSignedInBefore();
    server.verify();
  });

  it('may do what the acting role holds, and nothing more for having other roles', async () => {
    const { session, server } = setUp();
    const loaded = session.load();
    server.expectOne('/api/me').flush(kari(grant('juror'), grant('secretary')));
    await loaded;
    expect(session.may('sheet:write')).toBe(true);
    expect(session.may('release:arm')).toBe(false);
  });

  it('may do nothing in a role that this program does not know', async () => {
    const { session, server } = setUp();
    const loaded = session.load();
    server.expectOne('/api/me').flush(kari(grant('emperor')));
    await loaded;
    expect([session.role(), session.may('edition:read')]).toEqual([null, false]);
  });
});

describe('what is sent with a request', () => {
  it('is the token of the session and a key of its own for every write', async () => {
    const { server, http } = setUp();
    const first = firstValueFrom(http.post('/api/nominations', {}));
    await turn();
    server.expectOne('/api/me').flush(kari(grant('municipality-editor')));
    await turn();
    const sent = server.expectOne('/api/nominations');
    expect(sent.request.headers.get('x-csrf-token')).toBe('token-of-kari');
    const key = sent.request.headers.get('Idempotency-Key');
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    sent.flush({});
    await first;

    void firstValueFrom(http.post('/api/nominations', {}));
    await turn();
    const second = server.expectOne('/api/nominations');
    expect(second.request.headers.get('Idempotency-Key')).not.toBe(key);
  });

  it('keeps the key of an intent that is tried again', async () => {
    const { server, http } = setUp();
    const headers = { 'Idempotency-Key': '0b9f4c1e-7a55-4f7e-9a51-5a4b8f5f2f10' };
    void firstValueFrom(http.put('/api/nominations/1', {}, { headers }));
    await turn();
    server.expectOne('/api/me').flush(kari(grant('municipality-editor')));
    await turn();
    const sent = server.expectOne('/api/nominations/1');
    expect(sent.request.headers.get('Idempotency-Key')).toBe(headers['Idempotency-Key']);
  });

  it.each([
    ['reading', 'GET', '/api/nominations'],
    ['writing elsewhere', 'POST', '/elsewhere'],
  ])('is nothing when %s', async (_, method, url) => {
    const { server, http } = setUp();
    void firstValueFrom(http.request(method, url));
    const sent = server.expectOne(url);
    expect(sent.request.headers.keys()).not.toEqual(
      expect.arrayContaining(['x-csrf-token', 'Idempotency-Key']),
    );
    server.verify();
  });

  describe('when the session has ended, and another has begun in another window', () => {
    async function afterTheEnd(now: MeView) {
      const { session, server, http } = setUp();
      const loaded = session.load();
      server.expectOne('/api/me').flush(kari(grant('juror')));
      await loaded;
      const ended = firstValueFrom(http.put('/api/sheets/1', {})).catch(() => 'failed');
      await turn();
      server
        .expectOne('/api/sheets/1')
        .flush({ refusal: 'not-signed-in' }, { status: 401, statusText: 'Unauthorized' });
      server.expectOne('/api/me').flush(anonymous);
      await ended;
      const answer = firstValueFrom(http.put('/api/sheets/1', { score: 5 })).catch(
        (error: HttpErrorResponse) => error.error,
      );
      await turn();
      const before = server.expectOne('/api/sheets/1');
      before.flush({ refusal: 'origin-refused' }, { status: 403, statusText: 'Forbidden' });
      server.expectOne('/api/me').flush(now);
      await turn();
      return { server, answer, session, key: before.request.headers.get('Idempotency-Key') };
    }

    it('is the new token, when the same person acts in the same role', async () => {
      const again = { ...kari(grant('juror')), csrf: 'token-of-kari-again' };
      const { server, answer, session, key } = await afterTheEnd(again);
      const sent = server.expectOne('/api/sheets/1').request;
      expect(sent.headers.get('x-csrf-token')).toBe('token-of-kari-again');
      expect([sent.headers.get('Idempotency-Key'), sent.body]).toEqual([key, { score: 5 }]);
      expect(session.person()?.name).toBe('Kari Nordstrand');
      server.verify();
      void answer;
    });

    it.each([
      ['somebody else is there', { ...kari(grant('juror')), person: { ...OLA } }],
      ['the role is another', { ...kari(grant('secretary')), csrf: 'token-of-kari-again' }],
      ['nobody is there', anonymous],
    ])('is nothing when %s', async (_, now) => {
      const { server, answer, session } = await afterTheEnd({ ...now, csrf: 'another' });
      server.expectNone('/api/sheets/1');
      expect([await answer, session.person()]).toEqual([{ refusal: 'origin-refused' }, null]);
    });
  });

  it('asks again who is there when the server no longer knows', async () => {
    const { session, server, http } = setUp();
    const loaded = session.load();
    server.expectOne('/api/me').flush(kari(grant('juror')));
    await loaded;
    const failed = firstValueFrom(http.post('/api/sheets', {})).catch(() => 'failed');
    await turn();
    server
      .expectOne('/api/sheets')
      .flush({ refusal: 'not-signed-in' }, { status: 401, statusText: 'Unauthorized' });
    expect(await failed).toBe('failed');
    server.expectOne('/api/me').flush(anonymous);
    await turn();
    expect(session.person()).toBeNull();
  });
});
