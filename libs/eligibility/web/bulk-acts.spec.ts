import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { BulkReport, EntryRow } from '@award/eligibility/contract';
import { ClassEntries } from './class-entries';
import { checkedEntry } from './testing/checked-entry';

const row = (id: string): EntryRow => ({
  id,
  municipality: { id, number: '1539', name: `${id} kommune`, countyName: 'Møre og Romsdal' },
  title: 'Et tiltak',
  state: 'in-eligibility-check',
  classCode: 'small',
  population: 7100,
  populationDate: '2026-01-01',
  receivedAt: '2027-01-20T10:00:00.000Z',
  dueAt: null,
  checklist: checkedEntry().checklist,
  reclassified: false,
});

/** With the jury already: no check begins or ends for it. */
const settled: EntryRow = { ...row('Ferdig'), state: 'in-review' };

async function open(may = true) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: Session,
        useValue: { may: () => may },
      },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ClassEntries);
  const inputs = { classCode: 'small', name: 'Små', edition: 'e', now: '2027-02-01T09:00:00.000Z' };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      fixture.detectChanges();
      await new Promise((later) => setTimeout(later));
    }
  };
  const list = async () => {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    http
      .expectOne((one) => one.url.endsWith('/entries'))
      .flush({ rows: [row('Rauma'), row('Vik'), row('Sande'), settled], after: null });
    await settle();
  };
  await list();
  return {
    element,
    http,
    list,
    text: () => (element.textContent ?? '').replace(/\s+/g, ' '),
    boxes: () => [...element.querySelectorAll<HTMLInputElement>('table input')],
    pick: async (box: HTMLInputElement | null | undefined) => {
      box?.click();
      await settle();
    },
    press: async (words: string) => {
      [...element.querySelectorAll('button')]
        .find((one) => one.textContent?.trim().startsWith(words))
        ?.click();
      await settle();
    },
    answer: async (act: string, report: BulkReport) => {
      const request = http.expectOne((one) => one.url.endsWith(`/${act}`));
      request.flush(report);
      await new Promise((later) => setTimeout(later));
      await settle();
      return request.request.body;
    },
  };
}

describe('acts on several entries', () => {
  it('names each box by its municipality, and chooses all or some', async () => {
    const { boxes, pick, text, element } = await open();
    expect(boxes()).toHaveLength(4);
    const label = boxes()[1]?.getAttribute('aria-labelledby') ?? '';
    expect(element.querySelector(`[id="${label}"]`)?.textContent).toContain('Rauma kommune');
    await pick(boxes()[0]);
    expect(text()).toContain('3 valgt');
    await pick(boxes()[2]);
    expect(text()).toContain('2 valgt');
    expect(boxes()[0]?.checked).toBe(false);
  });

  it('tells what was done, what was refused and why, and begins anew', async () => {
    const { boxes, pick, press, answer, text, list } = await open();
    await pick(boxes()[0]);
    await press('Start kontrollen');
    const body = await answer('start-checks', {
      done: [{ id: 'Rauma', state: 'in-eligibility-check' }],
      refused: [
        { id: 'Vik', refusal: 'wrong-state' },
        { id: 'Sande', refusal: 'recused' },
      ],
    });
    expect(body).toEqual({ ids: ['Rauma', 'Vik', 'Sande'] });
    await list();
    expect(text()).toContain('Utført for 1 forslag');
    expect(text()).toContain('Ikke utført for 2 forslag');
    expect(text()).toMatch(/Vik kommune: \S/);
    expect(text()).not.toContain('valgt');
  });

  it('asks whether the entries have been read before several are found in order', async () => {
    const { boxes, pick, press, answer, element, text, http } = await open();
    await pick(boxes()[1]);
    await press('Avslutt kontrollen av de valgte');
    await press('Avslutt kontrollen av 1');
    expect(text()).toContain('Velg hva kontrollen endte med');
    await pick(element.querySelector<HTMLInputElement>('#several-small-eligible'));
    await press('Avslutt kontrollen av 1');
    expect(text()).toContain('Les forslagene, og bekreft det her');
    http.expectNone((one) => one.url.endsWith('/decisions'));
    await pick(element.querySelector<HTMLInputElement>('#several-small-read'));
    await press('Avslutt kontrollen av 1');
    const body = await answer('decisions', {
      done: [{ id: 'Rauma', state: 'eligible' }],
      refused: [],
    });
    expect(body).toEqual({
      ids: ['Rauma'],
      decision: {
        outcome: 'eligible',
        judged: { 'about-business-development': 'met', 'nothing-confidential': 'met' },
        reason: '',
        dueAt: null,
      },
    });
  });

  it('asks for a list and a date ahead before several are returned, a week ahead at first', async () => {
    const { boxes, pick, press, answer, element, text } = await open();
    await pick(boxes()[1]);
    await press('Avslutt kontrollen av de valgte');
    await pick(element.querySelector<HTMLInputElement>('#several-small-returned'));
    const date = element.querySelector<HTMLInputElement>('#several-small-due');
    expect(date?.value).toBe('2027-02-08');
    await press('Avslutt kontrollen av 1');
    expect(text()).toContain('Skriv hva kommunen må rette');
    const reason = element.querySelector('textarea');
    if (reason) reason.value = 'Be fotografen om tillatelse';
    reason?.dispatchEvent(new Event('input'));
    await press('Avslutt kontrollen av 1');
    const { decision } = (await answer('decisions', { done: [], refused: [] })) as {
      decision: object;
    };
    expect(decision).toMatchObject({
      outcome: 'returned',
      reason: 'Be fotografen om tillatelse',
      dueAt: '2027-02-08T11:00:00.000Z',
    });
  });

  it('is not offered to those who may not check', async () => {
    const { boxes, text } = await open(false);
    expect(boxes()).toEqual([]);
    expect(text()).not.toContain('Start kontrollen');
  });
});
