import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { EntryCounts, EntryRow } from '@award/eligibility/contract';
import { EntriesPage } from './entries-page';
import { checkedEntry } from './testing/checked-entry';

const COUNTS: EntryCounts = {
  edition: { id: 'edition', year: 2027, name: { nb: 'Kåringen', nn: '', en: '' } },
  now: '2027-02-01T09:00:00.000Z',
  classes: [
    { code: 'small', name: { nb: 'Små kommuner', nn: '', en: '' }, states: { submitted: 2 } },
    { code: 'large', name: { nb: 'Store kommuner', nn: '', en: '' }, states: { eligible: 1 } },
  ],
};

const row = (name: string, change: Partial<EntryRow> = {}): EntryRow => ({
  id: name,
  municipality: { id: name, number: '1539', name, countyName: 'Møre og Romsdal' },
  title: 'Et tiltak',
  state: 'submitted',
  classCode: 'small',
  population: 7100,
  populationDate: '2026-01-01',
  receivedAt: '2027-01-20T10:00:00.000Z',
  dueAt: null,
  checklist: checkedEntry().checklist,
  reclassified: false,
  ...change,
});

async function page(inputs: Record<string, string> = {}) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(EntriesPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const settle = async () => {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  return {
    element,
    http,
    settle,
    texts: (selector: string) =>
      [...element.querySelectorAll(selector)].map(
        (one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      ),
    counts: async (counts: EntryCounts = COUNTS) => {
      http.expectOne((request) => request.url.endsWith('/counts')).flush(counts);
      await settle();
    },
    list: async (classCode: string, rows: EntryRow[], after: string | null = null) => {
      const request = http.expectOne(
        (one) => one.url.endsWith('/entries') && one.params.get('classCode') === classCode,
      );
      request.flush({ rows, after });
      await settle();
      return request.request.params;
    },
  };
}

describe('the list of entries', () => {
  it('keeps the two classes apart: two tables, asked for one by one', async () => {
    const { counts, list, texts } = await page();
    await counts();
    await list('small', [row('Rauma'), row('Hábmer - Hamarøy')]);
    await list('large', [row('Arendal', { classCode: 'large', state: 'eligible' })]);
    expect(texts('h2')).toEqual(['Små kommuner', 'Store kommuner']);
    expect(texts('table')).toHaveLength(2);
    expect(texts('tbody th')).toEqual([
      'Rauma Møre og Romsdal',
      'Hábmer - Hamarøy Møre og Romsdal',
      'Arendal Møre og Romsdal',
    ]);
  });

  it('asks for what the address says, and shows one class when one is chosen', async () => {
    const { counts, list, texts, http } = await page({
      kategori: 'small',
      tilstand: 'submitted',
      sok: 'rau',
    });
    await counts();
    const params = await list('small', []);
    expect([params.get('state'), params.get('search')]).toEqual(['submitted', 'rau']);
    http.verify();
    expect(texts('h2')).toEqual(['Små kommuner']);
    expect(texts('section p')).toEqual(['Ingen forslag passer.']);
  });

  it('puts a filter in the address', async () => {
    const { counts, list, element } = await page();
    await counts();
    await list('small', []);
    await list('large', []);
    const goTo = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const select = element.querySelector('#filter-state') as HTMLSelectElement;
    expect([...select.options].map((option) => option.text.trim())).toEqual([
      'Alle',
      'Sendt inn (2)',
      'Kontrollert og i orden (1)',
    ]);
    select.value = 'eligible';
    select.dispatchEvent(new Event('change'));
    expect(goTo).toHaveBeenCalledWith(
      [],
      expect.objectContaining({ queryParams: { tilstand: 'eligible' } }),
    );
  });

  it('fetches more on request', async () => {
    const { counts, list, texts, element, settle } = await page({ kategori: 'small' });
    await counts();
    await list('small', [row('Rauma')], 'next');
    (element.querySelector('section button') as HTMLButtonElement).click();
    await settle();
    const params = await list('small', [row('Sande')]);
    expect(params.get('after')).toBe('next');
    expect(texts('tbody th a')).toEqual(['Rauma', 'Sande']);
    expect(element.querySelector('section button')).toBeNull();
  });

  it('says what does not hold, and what has been moved or returned', async () => {
    const { counts, list, texts } = await page({ kategori: 'small' });
    await counts();
    await list('small', [
      row('Rauma', {
        state: 'returned',
        dueAt: '2027-02-08T11:00:00.000Z',
        reclassified: true,
        checklist: { ...checkedEntry().checklist, 'form-complete': 'not-met' },
      }),
    ]);
    expect(texts('tbody td').slice(-2)).toEqual([
      '1 ikke i orden',
      'Må rettes Frist 08.02.2027 Flyttet hit',
    ]);
  });

  it('says so when nothing has been sent, and when the list cannot be had', async () => {
    const empty = await page();
    await empty.counts({
      ...COUNTS,
      classes: COUNTS.classes.map((one) => ({ ...one, states: {} })),
    });
    expect(empty.texts('ui-empty')).toEqual(['Ingen forslag er sendt inn ennå']);
    TestBed.resetTestingModule();
    const failing = await page();
    failing.http
      .expectOne((request) => request.url.endsWith('/counts'))
      .flush({ refusal: 'unavailable' }, { status: 503, statusText: 'x' });
    await failing.settle();
    expect(failing.texts('ui-failure button')).toEqual(['Prøv igjen']);
  });
});
