import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type {
  CorrectionRequestView,
  CorrectionsView,
  CorrectionView,
  OpenCorrection,
} from '@award/publication/contract';
import { CorrectionForm } from './correction-form';
import { CorrectionsSection } from './corrections-section';

const entry = (nominationId: string, municipality: string, winner = false) => ({
  nominationId,
  municipality,
  finalist: true,
  winner,
  withdrawn: false,
});
const NOTHING: CorrectionView['acts'] = {
  seal: 'already-sealed',
  arm: 'already-armed',
  release: 'not-armed',
  cancel: 'not-permitted',
  giveUp: 'not-permitted',
};
const ROOM: CorrectionsView = {
  open: null,
  correctable: [
    {
      classCode: 'small',
      scopes: ['all', 'small'],
      entries: [entry('a', 'Fjordvik', true), entry('b', 'Nesdal'), entry('c', 'Solvang')],
    },
  ],
  corrections: [],
  requests: [],
};
const CORRECTION: CorrectionView = {
  id: 'k',
  kind: 'announcement',
  scope: 'small',
  classCode: 'small',
  municipality: null,
  nominationId: null,
  named: ['b'],
  note: 'Vinneren er Nesdal.',
  reason: 'Feil navn ble ført inn.',
  openedBy: 'Solveig Tangen',
  openedAt: '2027-03-01T08:00:00.000Z',
  text: null,
  writtenForm: null,
  sealed: { id: 's', sha256: 'a'.repeat(64), sealedAt: '2027-03-01T08:00:00.000Z', keys: [] },
  acts: { ...NOTHING, arm: null },
  released: null,
};
const REQUEST: CorrectionRequestView = {
  id: 'q',
  nominationId: 'b',
  municipality: 'Nesdal',
  classCode: 'small',
  text: 'Vi har 40 bedrifter.',
  askedAt: '2027-03-01T08:00:00.000Z',
  askedBy: 'Per',
  answer: null,
  reply: '',
  concernsAssessment: false,
  answeredAt: null,
};

describe('corrections in the release room', () => {
  async function show(view: CorrectionsView) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: LOCALE_ID, useValue: 'nb' },
      ],
    });
    const fixture = TestBed.createComponent(CorrectionsSection);
    fixture.componentRef.setInput('editionId', 'e');
    fixture.componentRef.setInput('classes', [{ code: 'small', name: 'Små kommuner' }]);
    fixture.detectChanges();
    await Promise.resolve();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/releases/e/corrections').flush(view);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      [
        ...element.querySelectorAll<HTMLButtonElement>(
          'button[type=button], form.correction-form button',
        ),
      ].find((one) => one.textContent?.trim() === name);
    const write = (id: string, words: string) => {
      const field = element.querySelector<HTMLTextAreaElement>(`#${id}`);
      if (!field) throw new Error(id);
      field.value = words;
      field.dispatchEvent(new Event('input'));
    };
    const press = async (name: string) => {
      const found = button(name);
      if (!found) throw new Error(`no button ${name}`);
      found.click();
      await fixture.whenStable();
    };
    return { fixture, element, http, button, write, press };
  }

  it('opens with those ticked who were told, and sends who it should have been', async () => {
    const { element, fixture, http, write, press } = await show(ROOM);
    await press('Rett kunngjøringen');
    const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false, false]);
    boxes[0]?.dispatchEvent(new Event('change'));
    boxes[1]?.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    await press('Åpne rettelsen');
    expect(element.textContent).toContain('Skriv hva som er rettet.');
    expect(document.activeElement?.id).toBe('correction-note');
    write('correction-note', 'Vinneren er Nesdal.');
    write('correction-reason', 'Feil navn ble ført inn.');
    await fixture.whenStable();
    await press('Åpne rettelsen');
    const { request } = http.expectOne(({ method }) => method === 'POST');
    expect(request.body).toEqual({
      kind: 'announcement',
      scope: 'small',
      classCode: 'small',
      nominationId: null,
      named: ['b'],
      note: 'Vinneren er Nesdal.',
      reason: 'Feil navn ble ført inn.',
      requestId: null,
      concernsAssessment: false,
    });
  });

  it('answers a request with a correction of that text', async () => {
    const { element, fixture, http, write, press } = await show({
      ...ROOM,
      requests: [REQUEST],
    });
    await press('Rett teksten');
    expect(element.querySelector<HTMLSelectElement>('#correction-entry')?.value).toBe('b');
    write('correction-note', 'Antallet er rettet.');
    await fixture.whenStable();
    await press('Åpne rettelsen');
    const { request } = http.expectOne(({ method }) => method === 'POST');
    expect(request.body).toMatchObject({
      kind: 'text',
      scope: 'all',
      nominationId: 'b',
      named: null,
      requestId: 'q',
      reason: 'Vi har 40 bedrifter.',
    });
  });

  it('answers that the text stands, never with nothing, and leaves without a word sent', async () => {
    const { element, fixture, http, write, press } = await show({ ...ROOM, requests: [REQUEST] });
    await press('La teksten stå');
    expect(document.activeElement?.id).toBe('request-reply');
    await press('Avbryt');
    expect(document.activeElement?.textContent?.trim()).toBe('La teksten stå');
    await press('La teksten stå');
    await press('Send svaret');
    expect(element.textContent).toContain('Skriv svaret til kommunen.');
    http.expectNone(({ method }) => method === 'POST');
    write('request-reply', 'Tallet er fra registeret.');
    await fixture.whenStable();
    await press('Send svaret');
    const { request } = http.expectOne('/api/releases/correction-requests/q/answer');
    expect(request.body).toEqual({
      reply: 'Tallet er fra registeret.',
      concernsAssessment: false,
    });
  });

  it('keeps what is chosen, however often the room is asked again meanwhile', async () => {
    const classes = [
      ...ROOM.correctable,
      {
        classCode: 'large',
        scopes: ['all', 'large'],
        entries: [entry('d', 'Havnes', true), entry('e', 'Byvik')],
      },
    ];
    TestBed.configureTestingModule({});
    const fixture = TestBed.createComponent(CorrectionForm);
    fixture.componentRef.setInput('classes', []);
    const settle = async () => {
      await new Promise((later) => setTimeout(later));
      await fixture.whenStable();
    };
    const askedAgain = async () => {
      const answer = classes.map((one) => ({ ...one, entries: one.entries.slice() }));
      fixture.componentRef.setInput('correctable', answer);
      await settle();
    };
    const element = fixture.nativeElement as HTMLElement;
    const sent: OpenCorrection[] = [];
    fixture.componentInstance.opened.subscribe((order) => sent.push(order));
    const change = async (selector: string, value?: string) => {
      const field = element.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(selector);
      if (value !== undefined) field.value = value;
      field.dispatchEvent(new Event(field.matches('textarea') ? 'input' : 'change'));
      await settle();
    };
    await askedAgain();
    await change('#correction-note', 'Vinneren er Byvik.');
    await change('#correction-reason', 'Feil navn.');
    await change('#correction-class', 'large');
    await change('label.choice:first-of-type input[type=checkbox]');
    await change('label.choice:last-of-type input[type=checkbox]');
    await askedAgain();
    element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await change('fieldset:first-of-type label:nth-of-type(2) input');
    await change('#correction-entry', 'e');
    await askedAgain();
    element.querySelector('form')?.dispatchEvent(new Event('submit'));
    expect(
      sent.map(({ kind, classCode, named, nominationId }) => [
        kind,
        classCode,
        named,
        nominationId,
      ]),
    ).toEqual([
      ['announcement', 'large', ['e'], null],
      ['text', 'large', null, 'e'],
    ]);
  });

  it('shows who is named, two places for keys, and only the acts that can be done', async () => {
    const { element, button, http, press } = await show({ ...ROOM, corrections: [CORRECTION] });
    expect(element.querySelector('article')?.textContent).toContain('Nesdal');
    expect(element.querySelectorAll('.key')).toHaveLength(2);
    expect([button('Publiser rettelsen'), button('Gi opp rettelsen')]).toEqual([
      undefined,
      undefined,
    ]);
    await press('Vri om nøkkelen');
    const { request } = http.expectOne('/api/releases/records/s/arm');
    expect(request.body).toEqual({ sha256: 'a'.repeat(64), releaseAt: null });
  });

  it('is a receipt afterwards, and shows nothing to open to whoever may not', async () => {
    const { element, button } = await show({
      ...ROOM,
      open: 'not-permitted',
      corrections: [
        {
          ...CORRECTION,
          acts: NOTHING,
          released: { at: '2027-03-01T09:00:00.000Z', by: 'Ola', mailsQueued: 3, mailsSent: 2 },
        },
      ],
    });
    expect(element.textContent?.replace(/\s+/g, ' ')).toContain('E-post sendt: 2 av 3.');
    expect(element.querySelectorAll('.key')).toHaveLength(0);
    expect(button('Rett kunngjøringen')).toBeUndefined();
  });
});
