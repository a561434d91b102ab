import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { firstValueFrom } from 'rxjs';
import type { MeView } from '@award/access/contract';
import { UnsentWords } from '@award/scoring/web';
import { DEVICE_STORE, type DeviceStore } from './device-store';
import type { Sealed } from './sealing';
import { TakenAlong } from './taken-along';
import { throughDevice } from './through-device';

const RAUMA = '00000000-0000-4000-8000-00000000000a';
const KVITSOY = '00000000-0000-4000-8000-00000000000b';
const acting = { id: 'seat-grant', role: 'juror' };
const me = { person: { id: 'nora', name: 'Nora Lie' }, grants: [], acting, csrf: 'token' };
const sheet = { overall: null, line: '', assessment: '', scores: {}, lockVersion: 0 };
const open = (nominationId: string) => ({
  nominationId,
  sheet,
  note: { text: '', lockVersion: 0 },
});
const named = (nominationId: string) => ({
  nominationId,
  municipalityName: nominationId === RAUMA ? 'Rauma' : 'Kvitsøy',
});

class Memory implements DeviceStore {
  readonly held = new Map<string, Sealed>();
  read = (address: string) => Promise.resolve(this.held.get(address));
  write = (address: string, sealed: Sealed) => Promise.resolve(void this.held.set(address, sealed));
  addresses = () => Promise.resolve([...this.held.keys()]);
  erase = (address: string) => Promise.resolve(void this.held.delete(address));
  eraseAll = () => Promise.resolve(this.held.clear());
}

@Component({ template: '' })
class Choice {}

describe('entries that are taken along', () => {
  let memory: Memory;
  let server: HttpTestingController;
  let http: HttpClient;
  let along: TakenAlong;
  let readable: string[];
  let recused: boolean;
  let person: MeView['person'] | null;
  let asked: string[];

  beforeAll(() => {
    Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle });
    Object.assign(globalThis, { TextDecoder, TextEncoder });
  });

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    memory = new Memory();
    readable = [RAUMA, KVITSOY];
    recused = false;
    person = me.person as MeView['person'];
    asked = [];
    begin();
  });
  afterEach(() => jest.restoreAllMocks());

  /** As a page that is opened anew, over what lies on the device. */
  function begin(): void {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([throughDevice])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'jury/enhet', component: Choice }]),
        { provide: DEVICE_STORE, useValue: memory },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    http = TestBed.inject(HttpClient);
    along = TestBed.inject(TakenAlong);
  }

  const answers = (address: string): unknown => {
    if (address === '/api/me') return { ...me, person };
    if (address === '/api/scoring/device-key')
      return { key: btoa('k'.repeat(32)), validSeconds: 3600 };
    if (address === '/api/scoring/entries') return { entries: readable.map(named), now: 'now' };
    const id = address.split('/')[4];
    return id ? open(id) : { at: address };
  };

  /** Answers what is asked, until `done` has come and nothing is asked for a while. */
  async function serve(line: boolean, done: Promise<unknown>): Promise<void> {
    let waiting = true;
    const over = () => (waiting = false);
    done.then(over, over);
    for (let quiet = 0; waiting || quiet < 6; quiet++) {
      await new Promise((later) => setTimeout(later, 2));
      for (const request of server.match(() => true)) {
        quiet = 0;
        const { url } = request.request;
        asked.push(url);
        if (!line) request.error(new ProgressEvent('error'));
        else if (recused && url === '/api/scoring/entries')
          request.flush({ refusal: 'recused' }, { status: 403, statusText: 'Forbidden' });
        else request.flush(answers(url) as object);
      }
    }
  }
  async function ask(address: string, line: boolean): Promise<unknown> {
    const answer = firstValueFrom(http.get(address)).catch((error) => ({ status: error.status }));
    await serve(line, answer);
    return answer;
  }
  async function take(): Promise<void> {
    const taken = along.take(me as unknown as MeView);
    await serve(true, taken);
    await taken;
  }

  it('answer without a line, also on a page that is opened anew', async () => {
    await take();
    expect(along.state()).toBe('taken');
    begin();
    expect(await ask(`/api/scoring/entries/${RAUMA}`, false)).toEqual(open(RAUMA));
    expect(along.offline()).toBe(true);
    expect(await ask('/api/me', false)).toMatchObject({ person: me.person });
    expect(await ask('/api/editions', false)).toEqual({ status: 0 });
  });

  it('lie sealed, and only in a tab that holds the key do they open', async () => {
    await take();
    const bytes = memory.held.get(`/api/scoring/entries/${RAUMA}`)?.bytes ?? new ArrayBuffer(0);
    expect(new TextDecoder().decode(new Uint8Array(bytes))).not.toContain('nominationId');
    sessionStorage.clear();
    begin();
    expect(await ask(`/api/scoring/entries/${RAUMA}`, false)).toEqual({ status: 0 });
  });

  it('are erased when the key is over', async () => {
    await take();
    const later = Date.now() + 3_601_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(await ask(`/api/scoring/entries/${RAUMA}`, false)).toEqual({ status: 0 });
    expect(memory.held.size).toBe(0);
  });

  it('are erased by the server’s list before the first answer is passed on; the words are set aside', async () => {
    await take();
    const words = TestBed.inject(UnsentWords);
    const kept = { value: { ...sheet, line: 'Mine ord' }, lockVersion: 0, versionId: 'v' };
    localStorage.setItem(`kaaring.sheet.nora.${KVITSOY}`, JSON.stringify(kept));
    await ask(`/api/scoring/entries/${KVITSOY}`, false);
    readable = [RAUMA];
    let erased: boolean | null = null;
    const answer = firstValueFrom(http.get('/api/my-seat')).then(() => {
      erased = ![...memory.held.keys()].some((address) => address.includes(KVITSOY));
    });
    await serve(true, answer);
    await answer;
    expect(erased).toBe(true);
    expect(words.setAside()).toEqual([named(KVITSOY)]);
    expect(words.waiting()).toEqual([]);
    expect(asked.filter((url) => url.endsWith('/sheet'))).toEqual([]);
    expect(await ask(`/api/scoring/entries/${KVITSOY}`, false)).toEqual({ status: 0 });
    const late = firstValueFrom(http.put(`/api/scoring/entries/${KVITSOY}/sheet`, {}));
    const refused = expect(late).rejects.toMatchObject({ error: { refusal: 'recused' } });
    await serve(true, refused);
    await refused;
  });

  it('all go when the member has left the class', async () => {
    await take();
    localStorage.setItem(`kaaring.note.nora.${RAUMA}`, JSON.stringify({ value: { text: 'x' } }));
    await ask('/api/my-seat', false);
    recused = true;
    await ask('/api/my-seat', true);
    expect([...memory.held.keys()].filter((one) => one.includes('/entries'))).toEqual([]);
    expect(TestBed.inject(UnsentWords).setAside()).toEqual([named(RAUMA)]);
  });

  it('answer on after a save that did not come through', async () => {
    await take();
    await ask('/api/my-seat', false);
    const saved = firstValueFrom(http.put(`/api/scoring/entries/${RAUMA}/sheet`, {})).catch(
      (error) => error.status,
    );
    await serve(false, saved);
    expect(await saved).toBe(0);
    expect(await ask('/api/my-seat', false)).toEqual({ at: '/api/my-seat' });
  });

  it('send what waits when the line is back, and go on from one’s own saves', async () => {
    await take();
    const value = { overall: 5, line: 'På toget', assessment: '', scores: {} };
    const kept = { value, lockVersion: 0, key: 'k1', at: 1, versionId: 'v' };
    await ask('/api/my-seat', false);
    localStorage.setItem(`kaaring.sheet.nora.${RAUMA}`, JSON.stringify(kept));
    const back = along.lineIsBack();
    await serve(true, back);
    await back;
    expect(asked).toContain(`/api/scoring/entries/${RAUMA}/sheet`);
    expect(localStorage.getItem(`kaaring.sheet.nora.${RAUMA}`)).toBeNull();
  });

  it('are erased when nobody is signed in, and when another person is', async () => {
    await take();
    person = null;
    await ask('/api/me', true);
    expect(memory.held.size).toBe(0);
    person = { id: 'kjell', name: 'Kjell', language: 'nb' };
    begin();
    await ask('/api/me', true);
    expect(along.owner()).toBeNull();
    expect(localStorage.getItem('kaaring.device')).toBeNull();
  });

  it('are told as not taken when there is no line', async () => {
    const taking = along.take(me as unknown as MeView);
    await serve(false, taking);
    await taking;
    expect(along.state()).toBe('failed');
  });

  it('are not put back by what is still being fetched', async () => {
    await take();
    await ask('/api/my-seat', false);
    const back = along.lineIsBack();
    const given = along.giveUp();
    const both = Promise.all([back, given]);
    await serve(true, both);
    await both;
    expect(memory.held.size).toBe(0);
  });

  it('are left only when what is written is sent, unless it is let go', async () => {
    await take();
    const kept = { value: sheet, lockVersion: 0, key: 'k', at: 1, versionId: 'v' };
    localStorage.setItem(`kaaring.sheet.nora.${RAUMA}`, JSON.stringify(kept));
    const leaving = along.leave();
    await serve(false, leaving);
    expect(await leaving).toBe(false);
    expect(TestBed.inject(Router).url).toBe('/jury/enhet');
    expect(memory.held.size).toBeGreaterThan(0);
    await along.giveUp(true);
    expect([memory.held.size, localStorage.length, sessionStorage.length]).toEqual([0, 0, 0]);
  });
});
