import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ClassQuestionsView, ClassQuestionView } from '@award/deliberation/contract';
import { ClassQuestionsPage } from './class-questions-page';

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const PATH = '/api/editions/e/classes/small/class-questions';

const question = (more: Partial<ClassQuestionView> = {}): ClassQuestionView => ({
  id: 'q',
  nominationId: 'a',
  municipality: 'Rauma',
  county: 'Møre og Romsdal',
  fromClass: 'small',
  toClass: 'large',
  finding: 'SSB har rettet folketallet til 15 212.',
  askedAt: '2027-02-01T09:00:00.000Z',
  answered: 1,
  members: 4,
  mine: null,
  settled: null,
  mayAnswer: null,
  maySettle: 'not-permitted',
  couldMove: null,
  ...more,
});

const view = (more: Partial<ClassQuestionsView> = {}): ClassQuestionsView => ({
  class: {
    editionId: 'e',
    year: 2027,
    editionName: words('Kåring'),
    phase: 'judging',
    sample: true,
    classCode: 'small',
    className: words('Små kommuner'),
    stage: 'scoring',
  },
  classes: [
    { code: 'small', name: words('Små kommuner') },
    { code: 'large', name: words('Store kommuner') },
  ],
  entries: [{ nominationId: 'b', municipality: 'Fyresdal', county: 'Telemark' }],
  questions: [],
  mayAsk: 'not-permitted',
  ...more,
});

describe('the page of entries that may stand in the wrong class', () => {
  let fixture: ComponentFixture<ClassQuestionsPage>;
  let http: HttpTestingController;
  let page: HTMLElement;

  const settled = async () => {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  async function show(shown: ClassQuestionsView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(ClassQuestionsPage);
    fixture.componentRef.setInput('editionId', 'e');
    fixture.componentRef.setInput('classCode', 'small');
    http = TestBed.inject(HttpTestingController);
    page = fixture.nativeElement as HTMLElement;
    await settled();
    http.expectOne(PATH).flush(shown);
    await settled();
    for (const dialog of page.querySelectorAll('dialog'))
      dialog.showModal = () => dialog.setAttribute('open', '');
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim().startsWith(name),
    );
  const press = async (name: string) => {
    button(name)?.click();
    await settled();
  };
  const write = async (selector: string, value: string) => {
    const field = page.querySelector<HTMLTextAreaElement | HTMLSelectElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await settled();
  };
  afterEach(() => TestBed.resetTestingModule());

  it('takes a member’s answer and shows which one it is', async () => {
    await show(view({ questions: [question()] }));
    expect(text()).toContain('1 av 4 har svart.');
    await press('Flytt til Store kommuner');
    const sent = http.expectOne('/api/class-questions/q/answer');
    expect([sent.request.method, sent.request.body]).toEqual(['PUT', { answer: 'move' }]);
    sent.flush(null, { status: 204, statusText: '' });
    await settled();
    http.expectOne(PATH).flush(view({ questions: [question({ mine: 'move', answered: 2 })] }));
    await settled();
    expect(button('Flytt til')?.getAttribute('aria-pressed')).toBe('true');
    expect(button('Bli i')?.getAttribute('aria-pressed')).toBe('false');
    expect(page.querySelector('form')).toBeNull();
  });

  it('lets who leads settle it with a reason, after asking', async () => {
    await show(view({ questions: [question({ maySettle: null, answered: 3 })] }));
    await press('Avgjør som flertallet');
    expect(text()).toContain('Skriv en begrunnelse.');
    await write('textarea', 'Folketallet var over grensen.');
    await press('Avgjør som flertallet');
    const dialog = page.querySelector('dialog[open]') as HTMLDialogElement;
    expect(dialog.textContent).toContain('Store kommuner');
    dialog.returnValue = 'yes';
    dialog.dispatchEvent(new Event('close'));
    await settled();
    expect(http.expectOne('/api/class-questions/q/settle').request.body).toEqual({
      reason: 'Folketallet var over grensen.',
    });
  });

  it('says why it cannot be settled yet, and when the entry cannot be moved', async () => {
    const waiting = question({ maySettle: 'house-empty', couldMove: 'wrong-stage' });
    await show(view({ questions: [waiting] }));
    expect(text()).toContain('Kan ikke avgjøres ennå: Både KS og NHO må ha et jurymedlem');
    expect(text()).toContain('Store kommuner er ferdig vurdert.');
  });

  it('shows what came of it', async () => {
    const outcome = {
      outcome: 'move' as const,
      reason: 'Folketallet var over grensen.',
      inFavour: 3,
      against: 1,
      sheetsSetAside: 4,
      at: '2027-02-02T09:00:00.000Z',
    };
    await show(view({ questions: [question({ settled: outcome, mayAnswer: 'already-decided' })] }));
    expect(text()).toContain('Juryen flyttet forslaget til Store kommuner med 3 mot 1 stemmer.');
    expect(text()).toContain('Leverte vurderinger som ikke lenger teller: 4.');
    expect(button('Bli i')).toBeUndefined();
  });

  it('asks the jury only with an entry and what was found', async () => {
    await show(view({ mayAsk: null }));
    await press('Spør juryen');
    expect([...page.querySelectorAll('ui-error-summary a')].map((one) => one.textContent)).toEqual([
      'Velg hvilket forslag det gjelder',
      'Skriv hva som er funnet',
    ]);
    await write('#ask-entry', 'b');
    await write('#ask-finding', 'Folketallet er 15 212.');
    await press('Spør juryen');
    expect(http.expectOne(PATH).request.body).toEqual({
      nominationId: 'b',
      toClass: 'large',
      finding: 'Folketallet er 15 212.',
    });
  });
});
