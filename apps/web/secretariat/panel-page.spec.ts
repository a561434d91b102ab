import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MeView } from '@award/access/contract';
import { Session } from '@award/access/web';
import type { SeatOfficeView } from '@award/jury/contract';
import type { ScoringProgressView } from '@award/scoring/contract';
import { PanelPage } from './panel-page';

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const LONG = 'Guovdageainnu-Kautokeino Johannesdatter Nordfjordeid-Høyangersen';
const seat = (change: Partial<SeatOfficeView>): SeatOfficeView => ({
  id: 'kari',
  name: 'Kari Nordli',
  house: 'KS',
  role: 'leader',
  standing: 'active',
  standsInForId: null,
  email: 'kari@ks.example',
  invitedAt: '2027-01-10T10:00:00.000Z',
  answeredAt: null,
  declineReason: null,
  ...change,
});
const progress = (change: Partial<ScoringProgressView>): ScoringProgressView => ({
  editionId: 'edition',
  classCode: 'small',
  className: words('Små kommuner'),
  stage: 'waiting',
  quorum: 3,
  scoringClosesAt: null,
  ruleRegisteredAt: null,
  ruleHash: null,
  eligibleEntries: 13,
  openingObstacles: [],
  closingObstacles: [],
  missingSheets: 0,
  mayOpen: true,
  maySkip: false,
  mayClose: false,
  mayOpenSecondRound: false,
  secondRound: null,
  seats: [],
  coverage: [],
  ...change,
});

describe('the panel for the secretariat', () => {
  let fixture: ComponentFixture<PanelPage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  async function open(
    seats: SeatOfficeView[],
    change: Partial<ScoringProgressView> = {},
    role = 'secretary',
  ): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    const acting = {
      id: 'grant',
      role,
      editionId: null,
      editionYear: null,
      classCode: null,
      municipalityId: null,
      municipalityName: null,
    };
    const me: MeView = {
      person: { id: 'p', name: 'Sekretær', language: 'nb' },
      grants: [acting],
      acting,
      demo: false,
      csrf: 't',
    };
    server.expectOne('/api/me').flush(me);
    await loaded;
    fixture = TestBed.createComponent(PanelPage);
    element = fixture.nativeElement;
    await settle();
    server.expectOne('/api/editions/current').flush({
      id: 'edition',
      classes: [
        { code: 'small', name: words('Små kommuner') },
        { code: 'large', name: words('Store kommuner') },
      ],
    });
    await settle();
    server.expectOne('/api/editions/edition/panels/small').flush({
      editionId: 'edition',
      classCode: 'small',
      className: words('Små kommuner'),
      stage: change.stage ?? 'waiting',
      frozen: (change.stage ?? 'waiting') !== 'waiting',
      bothHouses: seats.length > 1,
      seats,
      changes:
        change.stage === 'scoring'
          ? [
              {
                id: 'c',
                at: '2027-02-01T10:00:00.000Z',
                by: 'Sekretær',
                member: 'Dag',
                action: 'stand-in',
                reason: 'Kari er syk',
              },
            ]
          : [],
    });
    for (const request of server.match('/api/editions/edition/panels/small/impartiality'))
      request.flush([
        { seatId: 'kari', declared: 3, entries: 13, awaitingRuling: 0, recused: false },
        { seatId: 'nils', declared: 13, entries: 13, awaitingRuling: 0, recused: true },
      ]);
    server.expectOne('/api/editions/edition/classes/small/scoring').flush(progress(change));
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );

  const shownButtons = () =>
    [...element.querySelectorAll('button')]
      .filter((one) => one.closest('dialog') === null)
      .map((one) => one.textContent?.trim());

  it('shows one class at a time, and each by its own address', async () => {
    await open([seat({})]);
    expect(texts('.class-switch a')).toEqual(['Små kommuner', 'Store kommuner']);
    const links = [...element.querySelectorAll('.class-switch a')];
    expect(links.map((one) => one.getAttribute('href'))).toEqual([
      '/?klasse=small',
      '/?klasse=large',
    ]);
    expect(links.map((one) => one.getAttribute('aria-current'))).toEqual(['page', null]);
    expect(texts('.page-header__state ui-class-mark')).toEqual(['Små kommuner']);
    expect(texts('.page-header__state ui-state-tag')).toEqual(['Vurderingen er ikke åpnet']);
  });

  it('tells of each member the seat, the state, the impartiality and the progress', async () => {
    await open([
      seat({}),
      seat({ id: 'nils', name: LONG, house: 'NHO', role: 'member' }),
      seat({ id: 'dag', name: 'Dag', role: 'deputy', standsInForId: 'kari' }),
    ]);
    const rows = texts('tbody tr');
    expect(rows[0]).toContain('Leder, KS');
    expect(rows[0]).toContain('3 av 13');
    expect(rows[1]).toContain(LONG);
    expect(rows[1]).toContain('Fratrådt');
    expect(rows[2]).toContain('for Kari Nordli');
  });

  it.each([
    ['active', {}, ['Endre', 'Ta ut']],
    ['waiting', { role: 'deputy' }, ['La tre inn', 'Endre', 'Ta ut']],
    ['active', { role: 'deputy', standsInForId: 'x' }, ['La tre tilbake', 'Ta ut']],
    ['replaced', {}, ['Ta ut']],
    ['declined', {}, []],
    ['left', {}, []],
  ] as const)('offers what can be done to a seat that is %s', async (standing, change, acts) => {
    await open([seat({ standing, ...change })]);
    expect(texts('.row-acts button')).toEqual([...acts]);
  });

  it('names what stands in the way of opening, and offers no button until it is gone', async () => {
    await open([seat({})], {
      mayOpen: false,
      openingObstacles: [{ reason: 'eligibility-open', count: 2 }, { reason: 'house-empty' }],
    });
    expect(texts('scoring-obstacles li')).toEqual([
      '2 forslag er ikke ferdig kontrollert.',
      'Både KS og NHO må ha minst ett habilt medlem i juryen.',
    ]);
    expect(shownButtons()).not.toContain('Åpne vurderingen');
  });

  it('says so when nobody is invited', async () => {
    await open([]);
    expect(texts('ui-empty')[0]).toContain('Ingen er invitert ennå');
  });

  it('checks an invitation before it is sent, and tells who was invited', async () => {
    await open([seat({})]);
    const form = element.querySelector('jury-invite-form form') as HTMLFormElement;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(texts('jury-invite-form ui-error-summary a')).toEqual([
      'Skriv navnet',
      'Skriv en e-postadresse, som navn@ks.no',
      'Velg hvem medlemmet kommer fra',
    ]);
    for (const [id, value] of [
      ['invite-name', 'Nora Lie'],
      ['invite-email', 'nora@nho.example'],
    ]) {
      const field = element.querySelector<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(`no field ${id}`);
      field.value = value ?? '';
      field.dispatchEvent(new Event('input'));
    }
    element.querySelector<HTMLInputElement>('#invite-house-NHO')?.click();
    await settle();
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const request = server.expectOne('/api/editions/edition/panels/small/seats');
    expect(request.request.body).toEqual({
      name: 'Nora Lie',
      email: 'nora@nho.example',
      house: 'NHO',
      role: 'member',
      language: 'nb',
    });
    request.flush(seat({ id: 'nora', name: 'Nora Lie', standing: 'invited' }));
    await settle();
    expect(texts('jury-invite-form [role=status]')).toEqual([
      'Nora Lie er invitert og har fått en e-post.',
    ]);
  });

  it('asks why once the panel is frozen', async () => {
    await open([seat({})], { stage: 'scoring' });
    element
      .querySelector('jury-invite-form form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(texts('.declarations__entry')[0]).toContain('Har trådt inn: Dag');
    expect(texts('.declarations__entry')[0]).toContain('Kari er syk');
    expect(texts('jury-invite-form ui-error-summary a')).toContain(
      'Skriv hvorfor juryen endres nå',
    );
  });

  it('is read only for a case officer', async () => {
    await open([seat({})], {}, 'case-officer');
    expect(texts('.row-acts')).toEqual([]);
    expect(element.querySelector('jury-invite-form')).toBeNull();
    expect(shownButtons()).toEqual([]);
  });
});
