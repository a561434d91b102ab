import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { GrantView, MeView } from '@award/access/contract';
import { Session } from '@award/access/web';
import type { MySeatView } from '@award/jury/contract';
import type { MyEntriesView, MyEntryView } from '@award/scoring/contract';
import { MyWorkPage } from './my-work-page';

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const grant = (classCode: string): GrantView => ({
  id: classCode,
  role: 'juror',
  editionId: 'edition',
  editionYear: 2027,
  classCode,
  municipalityId: null,
  municipalityName: null,
});
const me: MeView = {
  person: { id: 'nora', name: 'Nora Lie', language: 'nb' },
  grants: [grant('small'), grant('large')],
  acting: grant('small'),
  demo: false,
  csrf: 'token',
};
const seat = (change: Partial<MySeatView> = {}): MySeatView => ({
  id: 'seat',
  name: 'Nora Lie',
  house: 'NHO',
  role: 'member',
  standing: 'active',
  editionId: 'edition',
  editionYear: 2027,
  editionName: words('Årets vertskommune'),
  classCode: 'small',
  className: words('Små kommuner'),
  stage: 'scoring',
  phase: 'judging',
  scoringClosesAt: null,
  meetingAt: null,
  ...change,
});
const entry = (change: Partial<MyEntryView>): MyEntryView => ({
  nominationId: 'rauma',
  municipalityName: 'Rauma',
  countyName: 'Møre og Romsdal',
  title: 'Sammen om sentrum',
  basis: 'all-round',
  size: 2400,
  progress: 'untouched',
  stale: false,
  asked: false,
  overall: null,
  scores: {},
  ...change,
});
const list = (entries: MyEntryView[]): MyEntriesView => ({
  classCode: 'small',
  className: words('Små kommuner'),
  stage: 'scoring',
  preset: 'simple',
  scale: { min: 1, max: 6 },
  secondRound: false,
  scoringClosesAt: '2027-02-12T15:00:00.000Z',
  now: '2027-02-01T10:00:00.000Z',
  entries,
});
const declared = (closedBecause: string | null, undeclared = 0) => ({
  scope: 'class',
  closedBecause,
  undeclared,
  entries: [],
});

describe('a juror’s start page', () => {
  let fixture: ComponentFixture<MyWorkPage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  async function open(mine: MySeatView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    server.expectOne('/api/me').flush(me);
    await loaded;
    fixture = TestBed.createComponent(MyWorkPage);
    element = fixture.nativeElement;
    await settle();
    server.expectOne('/api/my-seat').flush(mine);
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  async function answer(url: string, body: object): Promise<void> {
    server.expectOne(url).flush(body);
    await settle();
  }
  const text = (selector?: string) =>
    (selector ? element.querySelector(selector) : element)?.textContent
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';

  it('asks an invited person first, and for nothing of the entries', async () => {
    await open(seat({ standing: 'invited' }));
    expect(text('jury-answer-invitation h2')).toBe('Vil du sitte i juryen?');
    server.expectNone('/api/impartiality');
    server.expectNone('/api/scoring/entries');
  });

  it('will not take a yes without the pledge', async () => {
    await open(seat({ standing: 'invited' }));
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    server.expectNone('/api/my-seat/accept');
    expect(text('ui-error-summary li')).toBe('Kryss av for taushetsløftet for å si ja');
  });

  it('goes on to impartiality after a yes with the pledge', async () => {
    await open(seat({ standing: 'invited' }));
    element.querySelector<HTMLInputElement>('#pledge')?.click();
    await settle();
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const request = server.expectOne('/api/my-seat/accept');
    expect(request.request.body).toEqual({ pledge: true });
    request.flush(seat());
    await settle();
    await answer('/api/impartiality', declared('undeclared', 13));
    expect(text('section')).toContain('13 forslag er ikke besvart');
    expect(element.querySelector('a[href="/jury/habilitet"]')).not.toBeNull();
    server.expectNone('/api/scoring/entries');
  });

  it.each([
    ['ruling-awaited', 'til avgjørelse'],
    ['recused', 'Du har fratrådt'],
  ])('says why nothing is open: %s', async (closedBecause, said) => {
    await open(seat());
    await answer('/api/impartiality', declared(closedBecause));
    expect(text('.ds-alert')).toContain(said);
    server.expectNone('/api/scoring/entries');
  });

  it('lists the entries in the order given, and leads to the first that is not done', async () => {
    await open(seat());
    await answer('/api/impartiality', declared(null));
    await answer(
      '/api/scoring/entries',
      list([
        entry({ progress: 'locked', overall: 5 }),
        entry({ nominationId: 'fyresdal', municipalityName: 'Fyresdal', progress: 'started' }),
      ]),
    );
    expect(text('.figures')).toBe('1 av 2 avsluttet · om lag 0,5 timer igjen');
    expect(text('scoring-my-entries .ds-button')).toBe('Fortsett med Fyresdal');
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows[0]).toContain('Rauma');
    expect(rows[0]).toContain('Avsluttet');
    expect(rows[1]).toContain('Påbegynt');
    expect(text('.page-header__due')).toContain('12. februar 2027');
    expect(text('.page-header__state')).toBe('Små kommunerSitter i juryen');
  });

  it('says so when there is nothing to read yet, and when everything is done', async () => {
    await open(seat());
    await answer('/api/impartiality', declared(null));
    await answer('/api/scoring/entries', list([]));
    expect(text('ui-empty')).toContain('Ingen forslag å lese ennå');
  });

  it('lets a deputy declare beforehand without showing the entries', async () => {
    await open(seat({ standing: 'waiting' }));
    await answer('/api/impartiality', declared(null));
    expect(text('.ds-alert')).toContain('Du står klar som vara');
    server.expectNone('/api/scoring/entries');
  });

  it('offers the person’s other class, which is acted in by itself', async () => {
    await open(seat());
    expect(text('.page-header__next button')).toBe('Bytt til Store kommuner');
    element.querySelector<HTMLButtonElement>('.page-header__next button')?.click();
    const request = server.expectOne('/api/act-as');
    expect(request.request.body).toEqual({ grantId: 'large' });
  });

  it('tells a refusal in words and lets one try again', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    server.expectOne('/api/me').flush(me);
    await loaded;
    fixture = TestBed.createComponent(MyWorkPage);
    element = fixture.nativeElement;
    await settle();
    server
      .expectOne('/api/my-seat')
      .flush({ refusal: 'seat-not-active' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(text('ui-failure')).toContain('Plassen i juryen er ikke aktiv.');
    element.querySelector<HTMLButtonElement>('ui-failure button')?.click();
    await settle();
    server.expectOne('/api/my-seat');
  });
});
