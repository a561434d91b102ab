import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { EMPTY_CONTENT, type NominationContent } from '@award/award';
import { Session, sessionInterceptor } from '@award/access/web';
import type { EntryView, SaveDraft, StaleSaveDetails } from '@award/nominations/contract';
import { NominationDraft, SAVE_AFTER } from './nomination-draft';
import { AT, entryView, LATER, myEntry } from './testing/my-entry';

const KEPT = 'kaaring.draft.entry';

describe('a draft that saves itself', () => {
  let http: HttpTestingController;
  let draft: NominationDraft;

  const settle = () => jest.advanceTimersByTimeAsync(0);
  const typed = (content: Partial<NominationContent>) => draft.change(content);
  const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? 'null');
  const bodyOf = (request: TestRequest) => request.request.body as SaveDraft;
  const keyOf = (request: TestRequest) => request.request.headers.get('Idempotency-Key');
  const saves = () => http.match((request) => request.method === 'PUT');
  const onlySave = (): TestRequest => {
    const [request, ...more] = saves();
    if (!request || more.length > 0) throw new Error(`expected one save, got ${more.length + 1}`);
    return request;
  };
  const accept = async (request: TestRequest, lockVersion: number, savedAt = LATER) => {
    request.flush({ lockVersion, savedAt });
    await settle();
  };
  const refuse = async (request: TestRequest, status: number, refusal: string, rest = {}) => {
    request.flush({ refusal, ...rest }, { status, statusText: refusal });
    await settle();
  };
  const stale = (content: Partial<NominationContent>): { details: StaleSaveDetails } => ({
    details: {
      theirs: { ...EMPTY_CONTENT, ...content },
      writtenForm: 'nb',
      lockVersion: 9,
      savedBy: 'Siri',
      savedAt: LATER,
    },
  });

  async function open(entry: EntryView | null = entryView()): Promise<void> {
    const opened = draft.open();
    await settle();
    http.expectOne('/api/nominations/mine').flush(myEntry(entry));
    await opened;
  }

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        NominationDraft,
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const grant = { id: 'grant', role: 'municipality-editor', municipalityName: 'Rauma' };
    const loaded = TestBed.inject(Session).load();
    http.expectOne('/api/me').flush({
      person: { id: 'p', name: 'Anne', language: 'nb' },
      grants: [grant],
      acting: grant,
      demo: false,
      csrf: 'token',
    });
    await loaded;
    draft = TestBed.inject(NominationDraft);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('saves a second and a half after the last keystroke, once', async () => {
    await open();
    typed({ title: 'E' });
    await jest.advanceTimersByTimeAsync(SAVE_AFTER - 100);
    typed({ title: 'En' });
    await jest.advanceTimersByTimeAsync(SAVE_AFTER - 100);
    expect(saves()).toHaveLength(0);
    expect(draft.saveState()).toBe('unsaved');
    await jest.advanceTimersByTimeAsync(100);
    const request = onlySave();
    expect(bodyOf(request)).toEqual({
      content: { ...EMPTY_CONTENT, title: 'En' },
      writtenForm: 'nb',
      lockVersion: 3,
    });
    expect(draft.saveState()).toBe('saving');
    await accept(request, 4);
    expect([draft.saveState(), draft.savedAt(), draft.version()]).toEqual(['saved', LATER, 4]);
    expect(kept()).toBeNull();
  });

  it('saves at once when a field is left, and not when there is nothing new', async () => {
    await open();
    typed({ title: 'En' });
    const done = draft.flush();
    await settle();
    await accept(onlySave(), 4);
    expect(await done).toBe(true);
    expect(await draft.flush()).toBe(true);
    expect(saves()).toHaveLength(0);
  });

  it('keeps every keystroke in the browser until the server has it', async () => {
    await open();
    typed({ title: 'En' });
    expect(kept()).toMatchObject({ mine: { content: { title: 'En' } }, lockVersion: 3 });
    const flushed = draft.flush();
    await settle();
    typed({ title: 'En til' });
    await accept(onlySave(), 4);
    expect(await flushed).toBe(false);
    expect(draft.saveState()).toBe('unsaved');
    expect(kept()).toMatchObject({
      mine: { content: { title: 'En til' } },
      base: { content: { title: 'En' } },
      lockVersion: 4,
    });
    await jest.advanceTimersByTimeAsync(SAVE_AFTER);
    await accept(onlySave(), 5);
    expect(kept()).toBeNull();
  });

  it('tries the same save again under the same key when no answer came', async () => {
    await open();
    typed({ title: 'En' });
    void draft.flush();
    await settle();
    const first = onlySave();
    first.error(new ProgressEvent('error'));
    await settle();
    expect(draft.saveState()).toBe('failed');
    expect(kept()).toMatchObject({ mine: { content: { title: 'En' } } });
    await jest.advanceTimersByTimeAsync(4000);
    const second = onlySave();
    expect(keyOf(second)).toBe(keyOf(first));
    await accept(second, 4);
    typed({ title: 'To' });
    void draft.flush();
    await settle();
    expect(keyOf(onlySave())).not.toBe(keyOf(first));
  });

  it('saves when the net comes back', async () => {
    await open();
    typed({ title: 'En' });
    void draft.flush();
    await settle();
    onlySave().error(new ProgressEvent('error'));
    await settle();
    window.dispatchEvent(new Event('online'));
    await settle();
    await accept(onlySave(), 4);
    expect(draft.saveState()).toBe('saved');
  });

  it('brings back what was kept when the laptop closed', async () => {
    localStorage.setItem(
      KEPT,
      JSON.stringify({
        mine: { content: { ...EMPTY_CONTENT, title: 'Fra i går' }, writtenForm: 'nb' },
        base: { content: EMPTY_CONTENT, writtenForm: 'nb' },
        lockVersion: 3,
        tab: 'another',
      }),
    );
    await open();
    expect(draft.content().title).toBe('Fra i går');
    await settle();
    await accept(onlySave(), 4);
    expect([draft.saveState(), kept()]).toEqual(['saved', null]);
  });

  it('takes in what a colleague has written elsewhere, and saves both', async () => {
    await open();
    typed({ title: 'Min tittel' });
    void draft.flush();
    await settle();
    await refuse(onlySave(), 409, 'stale-save', stale({ text: 'Siris tekst' }));
    expect(draft.content()).toMatchObject({ title: 'Min tittel', text: 'Siris tekst' });
    expect(draft.takenIn()).toEqual({ by: 'Siri', at: LATER, parts: ['text'] });
    await settle();
    const merged = onlySave();
    expect(bodyOf(merged).lockVersion).toBe(9);
    await accept(merged, 10);
    expect(draft.saveState()).toBe('saved');
  });

  it('shows both when two have changed the same, and keeps both whatever is chosen', async () => {
    await open();
    typed({ title: 'Min tittel' });
    void draft.flush();
    await settle();
    await refuse(onlySave(), 409, 'stale-save', stale({ title: 'Siris tittel' }));
    expect(draft.saveState()).toBe('conflict');
    expect(draft.conflict()?.merge.conflicts).toEqual(['title']);
    expect(draft.content().title).toBe('Min tittel');
    expect(kept()).toMatchObject({ mine: { content: { title: 'Min tittel' } } });
    expect(await draft.flush()).toBe(false);
    expect(saves()).toHaveLength(0);

    const resolved = draft.resolve({ title: 'theirs' });
    await settle();
    const mine = onlySave();
    expect([bodyOf(mine).content.title, bodyOf(mine).lockVersion]).toEqual(['Min tittel', 9]);
    await accept(mine, 10);
    const theirs = onlySave();
    expect([bodyOf(theirs).content.title, bodyOf(theirs).lockVersion]).toEqual([
      'Siris tittel',
      10,
    ]);
    await accept(theirs, 11);
    await resolved;
    expect([draft.conflict(), draft.saveState(), draft.content().title]).toEqual([
      null,
      'saved',
      'Siris tittel',
    ]);
  });

  it('finds a conflict in what was kept while away', async () => {
    localStorage.setItem(
      KEPT,
      JSON.stringify({
        mine: { content: { ...EMPTY_CONTENT, title: 'Min' }, writtenForm: 'nb' },
        base: { content: EMPTY_CONTENT, writtenForm: 'nb' },
        lockVersion: 2,
        tab: 'another',
      }),
    );
    await open(entryView({ content: { ...EMPTY_CONTENT, title: 'Siris' }, savedBy: 'Siri' }));
    expect(draft.conflict()).toMatchObject({ by: 'Siri', lockVersion: 3 });
    expect(draft.content().title).toBe('Min');
  });

  it('writes on upon its own words that arrived although the answer was lost', async () => {
    await open();
    typed({ title: 'Hamna', text: 'Vi' });
    await jest.advanceTimersByTimeAsync(SAVE_AFTER);
    onlySave().error(new ProgressEvent('error'));
    await settle();
    typed({ text: 'Vi har bygd' });
    await jest.advanceTimersByTimeAsync(SAVE_AFTER);
    await refuse(onlySave(), 409, 'stale-save', stale({ title: 'Hamna', text: 'Vi' }));
    expect([draft.conflict(), draft.takenIn()]).toEqual([null, null]);
    const request = onlySave();
    expect(bodyOf(request)).toMatchObject({ content: { text: 'Vi har bygd' }, lockVersion: 9 });
    await accept(request, 10);
    expect([draft.saveState(), draft.content().text]).toEqual(['saved', 'Vi har bygd']);
  });

  it('does so when the laptop was closed before the answer came', async () => {
    await open();
    typed({ text: 'Vi' });
    await jest.advanceTimersByTimeAsync(SAVE_AFTER);
    onlySave().error(new ProgressEvent('error'));
    await settle();
    typed({ text: 'Vi har bygd' });
    draft = TestBed.runInInjectionContext(() => new NominationDraft());
    const content = { ...EMPTY_CONTENT, text: 'Vi' };
    await open(entryView({ content, lockVersion: 4 }));
    expect([draft.conflict(), draft.content().text]).toEqual([null, 'Vi har bygd']);
    await settle();
    const [request] = saves().slice(-1);
    expect(request && bodyOf(request)).toMatchObject({
      content: { text: 'Vi har bygd' },
      lockVersion: 4,
    });
  });

  it('shows what came too late to be saved instead of throwing it away', async () => {
    await open();
    typed({ title: 'For sent' });
    void draft.flush();
    await settle();
    await refuse(onlySave(), 409, 'past-deadline', {
      details: { receivedAt: LATER, deadline: AT },
    });
    http
      .expectOne('/api/nominations/mine')
      .flush(myEntry(entryView({ state: 'held', acts: ['send-held'] })));
    await settle();
    expect(draft.unsent()?.content.title).toBe('For sent');
    expect(draft.content().title).toBe('');
    expect(draft.mayWrite()).toBe(false);
    draft.letGoOfUnsent();
    expect([draft.unsent(), kept()]).toEqual([null, null]);
  });

  it('says why a save is refused for good and does not try it again by itself', async () => {
    await open();
    typed({ neighbours: ['x'] });
    void draft.flush();
    await settle();
    const fields = [{ path: 'content.neighbours.0', reason: 'unknown' }];
    await refuse(onlySave(), 400, 'bad-input', { fields });
    expect([draft.saveState(), draft.refusal()]).toEqual(['failed', 'bad-input']);
    expect(draft.refusedFields()).toEqual(fields);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(saves()).toHaveLength(0);
    typed({ neighbours: [] });
    expect(draft.refusal()).toBeNull();
  });

  it('does not erase what another tab has kept', async () => {
    await open();
    typed({ title: 'En' });
    void draft.flush();
    await settle();
    const other = {
      ...kept(),
      tab: 'another',
      mine: { content: EMPTY_CONTENT, writtenForm: 'nn' },
    };
    localStorage.setItem(KEPT, JSON.stringify(other));
    await accept(onlySave(), 4);
    expect(kept()).toMatchObject({ tab: 'another' });
  });

  it("takes in a colleague's save at once when nothing is unsaved, and says what it was", async () => {
    await open();
    const caught = draft.catchUp(4);
    await settle();
    http
      .expectOne('/api/nominations/mine')
      .flush(myEntry(entryView({ lockVersion: 4, content: { ...EMPTY_CONTENT, title: 'Hei' } })));
    await caught;
    expect([draft.content().title, draft.version()]).toEqual(['Hei', 4]);
    expect(draft.takenIn()?.parts).toEqual(['title']);
  });

  it.each([
    ['the same version', 3, false],
    ['something unsaved', 4, true],
  ])('does not ask again with %s', async (_case, lockVersion, dirty) => {
    await open();
    if (dirty) typed({ title: 'Mitt' });
    await draft.catchUp(lockVersion);
    http.expectNone('/api/nominations/mine');
    expect(draft.version()).toBe(3);
  });
});
