import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { DEFAULT_SECTIONS, EMPTY_CONTENT, type FormSection } from '@award/award';
import type { CriteriaView, OpenEntryView } from '@award/scoring/contract';
import { EntryPage } from './entry-page';
import { Shortcuts } from './shortcuts';

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const opened = (change: Partial<OpenEntryView> = {}): OpenEntryView => ({
  nominationId: 'rauma',
  classCode: 'small',
  className: words('Små kommuner'),
  stage: 'scoring',
  preset: 'simple',
  secondRound: false,
  asked: false,
  scale: { min: 1, max: 6 },
  municipalityName: 'Rauma',
  municipalityNumber: '1539',
  countyName: 'Møre og Romsdal',
  population: 7100,
  populationDate: '2026-01-01',
  classReason: null,
  writtenForm: 'nn',
  versionId: 'v1',
  content: {
    ...EMPTY_CONTENT,
    basis: 'all-round',
    mainField: 'tourism',
    fields: ['tourism', 'town-centre'],
    title: 'Saman om sentrum',
    text: 'Vi byrja med eit møte.\n\nSå vart det fleire.',
    traits: { 'own-strengths': 'Fjell og fjord.' },
    results: [
      {
        measure: 'job-growth',
        figure: '110',
        period: '2020–2025',
        source: 'SSB',
        ownPart: 'Tomter',
      },
    ],
    partners: [{ name: 'Rauma Næringslag' }],
    neighbours: ['molde'],
  },
  questions: DEFAULT_SECTIONS,
  neighbourNames: ['Molde'],
  readyFiles: [],
  sheet: {
    lockVersion: 2,
    versionId: 'v1',
    overall: 4,
    line: 'Godt',
    assessment: '',
    scores: {},
    locked: false,
    savedAt: '2027-02-01T12:42:00.000Z',
    lockedAt: null,
    stale: false,
  },
  note: { lockVersion: 0, text: '' },
  previousId: null,
  nextId: 'fyresdal',
  position: 1,
  of: 2,
  ...change,
});
const criteria: CriteriaView = {
  preset: 'simple',
  scale: { min: 1, max: 6 },
  criteria: [],
  readings: null,
};

describe('reading and scoring an entry', () => {
  let fixture: ComponentFixture<EntryPage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  beforeEach(() => localStorage.clear());
  afterEach(() => fixture.destroy());

  async function open(entry = opened()): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(EntryPage);
    fixture.componentRef.setInput('id', entry.nominationId);
    element = document.body.appendChild(fixture.nativeElement);
    await settle();
    server.expectOne(`/api/scoring/entries/${entry.nominationId}`).flush(entry);
    server.expectOne('/api/scoring/criteria').flush(criteria);
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  async function press(key: string, on: Element = document.body): Promise<void> {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
  }
  const checked = () =>
    element.querySelector<HTMLInputElement>('[name=score-overall]:checked')?.value ?? null;
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );

  it('shows all that is written, in the language it is written in, and nothing that is not', async () => {
    await open();
    expect(texts('.reading__text h3')).toEqual([
      'Begrunnelsen fra kommunen',
      'Kjennetegn på en god vertskommune',
      'Resultater',
      'Samarbeidspartnere',
      'Nabokommuner som er med',
    ]);
    expect(texts('.reading__text h4')).toEqual([
      'Å bygge på egne fortrinn og gjøre noe ut av mulighetene som dukker opp',
    ]);
    expect(element.querySelector('.reading__text .prose')?.getAttribute('lang')).toBe('nn');
    expect(texts('.reading__text dd')).toContain('Reiseliv og opplevelser · Sentrumsutvikling');
    expect(texts('.page-header__next .figures')).toEqual(['Forslag 1 av 2']);
  });

  it('follows the form of the edition: its own questions, its words, its order', async () => {
    const [title, text, summary] = DEFAULT_SECTIONS as FormSection[];
    const climate = { ...summary, code: 'own-climate', heading: words('Klimaet') } as FormSection;
    await open(
      opened({
        questions: [title, climate, { ...text, heading: words('Hvorfor dere') }] as FormSection[],
        content: { ...opened().content, answers: { 'own-climate': 'Sol på alle tak.' } },
      }),
    );
    expect(texts('.reading__text h3')).toEqual(['Klimaet', 'Hvorfor dere']);
    expect(texts('.reading__text .prose')[0]).toBe('Sol på alle tak.');
  });

  it('shows own sheet as it was saved, and by when', async () => {
    await open();
    expect(checked()).toBe('4');
    expect(texts('.sheet__head ui-save-status')).toEqual(['Lagret kl. 13.42']);
  });

  it('does nothing on single keys until they are switched on, and never in a text field', async () => {
    await open();
    await press('6');
    expect(checked()).toBe('4');
    TestBed.inject(Shortcuts).turn(true);
    await press('6', element.querySelector('textarea') as Element);
    expect(checked()).toBe('4');
    await press('6');
    expect(checked()).toBe('6');
    await press('9');
    expect(checked()).toBe('6');
  });

  it('goes to the next entry by key, and saves what was unsaved on the way', async () => {
    await open();
    TestBed.inject(Shortcuts).turn(true);
    const goTo = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('5');
    await press('n');
    expect(goTo).toHaveBeenCalledWith(['/jury/forslag', 'fyresdal']);
    fixture.componentRef.setInput('id', 'fyresdal');
    await settle();
    server
      .expectOne('/api/scoring/entries/fyresdal')
      .flush(opened({ nominationId: 'fyresdal', municipalityName: 'Fyresdal' }));
    await settle();
    const save = server.expectOne('/api/scoring/entries/rauma/sheet');
    expect(save.request.body).toMatchObject({ lockVersion: 2, versionId: 'v1', overall: 5 });
    expect(texts('h1')).toEqual(['Fyresdal']);
  });

  it('switches between entry and sheet where there is room for one', async () => {
    await open();
    const reading = element.querySelector('.reading');
    expect(reading?.getAttribute('data-shown')).toBe('entry');
    element.querySelector<HTMLInputElement>('.reading__switch [value=sheet]')?.click();
    await settle();
    expect(reading?.getAttribute('data-shown')).toBe('sheet');
  });

  it('says in words why an entry does not open', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(EntryPage);
    fixture.componentRef.setInput('id', 'rauma');
    element = fixture.nativeElement;
    await settle();
    server
      .expectOne('/api/scoring/entries/rauma')
      .flush({ refusal: 'recused' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(texts('ui-failure')[0]).toContain('Du har fratrådt i denne saken.');
    expect(element.querySelector('.reading')).toBeNull();
  });
});
