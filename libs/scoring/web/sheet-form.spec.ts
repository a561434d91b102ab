import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DEFAULT_SECTIONS, EMPTY_CONTENT } from '@award/award';
import type { CriterionView } from '@award/editions/contract';
import type { CriteriaView, LockedView, OpenEntryView } from '@award/scoring/contract';
import { Autosave } from './autosave';
import { SheetForm } from './sheet-form';
import { type SheetValues, storedIn } from './sheet-values';

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const criterion = (code: string, name: string): CriterionView => ({
  id: code,
  code,
  position: 1,
  weight: 1,
  name: words(name),
  guidance: {
    perBasis: { 'all-round': words('Se på helheten'), 'single-measure': words('Se på tiltaket') },
    perClass: { small: words('Husk at de er få') },
  },
  levels: {
    'all-round': [
      { score: 6, words: words('Langt foran') },
      { score: 1, words: words('Lite å vise til') },
    ],
    'single-measure': [],
  },
});
const criteria = (preset: 'simple' | 'full'): CriteriaView => ({
  preset,
  readings: null,
  scale: { min: 1, max: 6 },
  criteria: [criterion('together', 'Samarbeider'), criterion('active', 'Aktiv')],
});
const entry: OpenEntryView = {
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
  writtenForm: 'nb',
  versionId: 'v1',
  content: { ...EMPTY_CONTENT, basis: 'all-round' },
  questions: DEFAULT_SECTIONS,
  neighbourNames: [],
  readyFiles: [],
  sheet: {
    lockVersion: 0,
    versionId: null,
    overall: null,
    line: '',
    assessment: '',
    scores: {},
    locked: false,
    savedAt: null,
    lockedAt: null,
    stale: false,
  },
  note: { lockVersion: 0, text: '' },
  previousId: null,
  nextId: null,
  position: 1,
  of: 1,
};

describe('the own sheet', () => {
  let fixture: ComponentFixture<SheetForm>;
  let element: HTMLElement;
  let sheet: Autosave<SheetValues>;
  let saved: { values: SheetValues; lockVersion: number }[];
  let turned: LockedView[];

  async function open(
    preset: 'simple' | 'full',
    change: {
      locked?: boolean;
      stage?: string;
      round?: Partial<OpenEntryView>;
      values?: Partial<SheetValues>;
    } = {},
  ): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    saved = [];
    turned = [];
    const kept = new Map<string, string>();
    sheet = new Autosave<SheetValues>({
      value: { overall: null, line: '', assessment: '', scores: {}, ...change.values },
      lockVersion: 0,
      savedAt: null,
      keptAs: 'sheet',
      storage: {
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, value) => void kept.set(name, value),
        removeItem: (name) => void kept.delete(name),
      },
      save: async (values, lockVersion) => {
        saved.push({ values, lockVersion });
        return { lockVersion: lockVersion + 1, savedAt: '2027-02-01T12:42:00.000Z' };
      },
      storedIn,
    });
    fixture = TestBed.createComponent(SheetForm);
    fixture.componentRef.setInput('entry', {
      ...entry,
      stage: change.stage ?? 'scoring',
      ...change.round,
    });
    fixture.componentRef.setInput('criteria', criteria(preset));
    fixture.componentRef.setInput('sheet', sheet);
    fixture.componentRef.setInput('locked', change.locked ?? false);
    fixture.componentInstance.turned.subscribe((one) => turned.push(one));
    element = fixture.nativeElement;
    await settle();
  }
  afterEach(() => sheet.end());

  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  async function type(id: string, value: string): Promise<void> {
    const field = element.querySelector<HTMLTextAreaElement>(`#${id}`);
    if (!field) throw new Error(`no field ${id}`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await settle();
  }
  async function score(id: string): Promise<void> {
    element.querySelector<HTMLInputElement>(`#${id}`)?.click();
    await settle();
  }
  async function submit(): Promise<void> {
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  const lock = () =>
    TestBed.inject(HttpTestingController).expectOne('/api/scoring/entries/rauma/sheet/lock');

  it('asks for one overall score and one sentence in the simple preset', async () => {
    await open('simple');
    await submit();
    expect(texts('ui-error-summary a')).toEqual([
      'Gi en samlet vurdering',
      'Skriv en setning om hvorfor',
    ]);
    expect(saved).toEqual([]);
  });

  it('asks for every criterion and an assessment in the full preset, and for no overall score', async () => {
    await open('full');
    await submit();
    expect(texts('ui-error-summary a')).toEqual([
      'Gi poeng for Samarbeider',
      'Gi poeng for Aktiv',
      'Skriv en vurdering',
    ]);
    expect(element.querySelector('[data-criterion=overall]')).toBeNull();
  });

  it('asks for everything in the second round, and says so', async () => {
    await open('simple', { round: { secondRound: true, asked: true } });
    expect(texts('.ds-alert')).toEqual([
      'Andre runde: Vurder alle momentene og skriv en vurdering av dette forslaget.',
    ]);
    expect(element.querySelector('.ds-details')).toBeNull();
    await submit();
    expect(texts('ui-error-summary a')).toEqual([
      'Gi en samlet vurdering',
      'Gi poeng for Samarbeider',
      'Gi poeng for Aktiv',
      'Skriv en setning om hvorfor',
      'Skriv en vurdering',
    ]);
  });

  it('leaves as it is what the second round does not ask for', async () => {
    await open('simple', { round: { secondRound: true, asked: false } });
    expect(texts('.ds-alert')[0]).toContain('Første runde er avsluttet');
    expect(element.querySelector('button[type=submit]')).toBeNull();
    expect(element.querySelector<HTMLTextAreaElement>('#sheet-line')?.readOnly).toBe(true);
  });

  it('links each thing that is missing to a control that is there', async () => {
    await open('full');
    await submit();
    for (const link of element.querySelectorAll('ui-error-summary a'))
      expect(element.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
  });

  it('saves what is unsaved before it locks, and locks the version that the save gave', async () => {
    await open('simple');
    await score('score-overall-5');
    await type('sheet-line', 'Godt forankret');
    await submit();
    await settle();
    expect(saved.at(-1)).toMatchObject({
      values: { overall: 5, line: 'Godt forankret' },
    });
    const request = lock();
    expect(request.request.body).toEqual({ lockVersion: sheet.lockVersion });
    request.flush({ lockVersion: 9, savedAt: '2027-02-01T12:43:00.000Z', receipt: 'ab' });
    await settle();
    expect(turned).toEqual([expect.objectContaining({ receipt: 'ab' })]);
    expect(sheet.lockVersion).toBe(9);
  });

  it('tells in words what a score means, also between two levels', async () => {
    await open('full');
    await score('score-together-first');
    expect(texts('#meaning-together')).toEqual(['Lite å vise til']);
    await score('score-together-3');
    expect(texts('#meaning-together')).toEqual(['Mellom «Lite å vise til» og «Langt foran»']);
    expect(texts('.score__guidance').slice(0, 2)).toEqual(['Se på helheten', 'Husk at de er få']);
  });

  it('takes a score back, so that it is missing again and never zero', async () => {
    await open('full', { values: { scores: { together: 4 } } });
    const clear = [...element.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Fjern poenget'),
    );
    clear?.click();
    await settle();
    expect(sheet.value().scores).toEqual({});
  });

  it('shows why a lock was refused, and keeps every word', async () => {
    await open('simple', { values: { overall: 4, line: 'Godt' } });
    await submit();
    lock().flush({ refusal: 'scoring-closed' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(texts('ui-failure').join()).toContain('Vurderingen i kategorien er avsluttet');
    expect(sheet.value().line).toBe('Godt');
  });

  it.each([
    ['a locked sheet', { locked: true }, 'Gjenåpne'],
    ['a class that is closed', { stage: 'deliberation' }, null],
  ])('can be read but not written: %s', async (_case, change, act) => {
    await open('simple', { ...change, values: { overall: 4, line: 'Godt' } });
    expect(element.querySelector<HTMLInputElement>('#score-overall-4')?.disabled).toBe(true);
    expect(element.querySelector<HTMLTextAreaElement>('#sheet-line')?.readOnly).toBe(true);
    expect(texts('.sheet__acts button')).toEqual(act === null ? [] : [act]);
  });

  it('counts characters and says when the sentence is too long', async () => {
    await open('simple', { values: { overall: 4, line: 'å'.repeat(301) } });
    expect(texts('ui-text-count')[0]).toContain('1 tegn for mye');
    await submit();
    expect(texts('ui-error-summary a')).toEqual(['Kort ned setningen']);
  });
});
