import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RankedEntryView, RankingView } from '@award/deliberation/contract';
import { RankingPage } from './ranking-page';

const NAME = { nb: 'Små kommuner', nn: '', en: '' };

function entry(
  id: string,
  mean: number | null,
  more: Partial<RankedEntryView> = {},
): RankedEntryView {
  return {
    nominationId: id,
    municipality: `Kommune ${id}`,
    county: 'Eksempelfylke',
    title: `Tiltak ${id}`,
    basis: 'all-round',
    state: 'assessed',
    place: mean === null ? null : 1,
    mean,
    spread: mean === null ? null : 0,
    contentions: [],
    cut: 'in',
    dots:
      mean === null ? [] : [{ seatId: 's', value: mean, scores: { together: 2 }, stale: false }],
    setAside: [],
    missing: [],
    houses: {
      KS: { mean, place: 1, counted: 1 },
      NHO: { mean: null, place: null, counted: 0 },
    },
    adjusted: mean,
    low: mean === null ? null : mean - 0.4,
    high: mean === null ? null : mean + 0.4,
    inPlaces: mean === null ? null : 0.61,
    underWeights: null,
    range: mean === null ? null : { best: 1, worst: 2 },
    reasons: null,
    ...more,
  };
}

function ranking(entries: RankedEntryView[], more: Partial<RankingView> = {}): RankingView {
  return {
    class: {
      editionId: 'e',
      year: 2027,
      editionName: NAME,
      phase: 'judging',
      sample: true,
      classCode: 'small',
      className: NAME,
      stage: 'deliberation',
    },
    places: 3,
    scale: { min: 1, max: 6 },
    criteria: [
      { code: 'overall', name: null, weight: 1, counted: true },
      { code: 'together', name: { nb: 'Samarbeider', nn: '', en: '' }, weight: 1, counted: false },
    ],
    members: [{ seatId: 's', name: 'Kari Nordli', house: 'KS', own: true, takesPart: true }],
    entries,
    cutTie: false,
    countedSheets: 1,
    setAsideSheets: 0,
    bases: {
      'single-measure': { entries: 0, mean: null },
      'all-round': { entries: 1, mean: 4 },
    },
    advice: {
      agreement: { single: 0.62, average: 0.81, alpha: 0.6, reliability: 0.6 },
      groups: [entries.map(({ nominationId }) => nominationId)],
      warnings: [],
      checks: [],
      verdict: { checks: 0, kept: 0, moving: [] },
      tipping: null,
      severity: null,
    },
    outliers: null,
    inputHash: 'a'.repeat(64),
    frozen: null,
    ...more,
  };
}

describe('the ranking page', () => {
  const render = async (
    answer: RankingView | { refusal: string },
    inputs: Record<string, string> = {},
  ) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(RankingPage);
    const scope = { editionId: 'e', classCode: 'small', ...inputs };
    for (const [name, value] of Object.entries(scope)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    const request = TestBed.inject(HttpTestingController).expectOne(
      '/api/editions/e/classes/small/ranking',
    );
    if ('refusal' in answer) request.flush(answer, { status: 409, statusText: 'Conflict' });
    else request.flush(answer);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const texts = (selector: string) =>
      [...element.querySelectorAll(selector)].map((one) =>
        one.textContent?.replace(/\s+/g, ' ').trim(),
      );
    return { element, texts };
  };

  it('takes what is contested first, and places when asked', async () => {
    const entries = [
      entry('a', 5),
      entry('b', 4, { place: 2, contentions: ['one-member'], spread: 3 }),
    ];
    const first = await render(ranking(entries));
    expect(first.texts('.dot-row h3')).toEqual(['Kommune b', 'Kommune a']);
    TestBed.resetTestingModule();
    const second = await render(ranking(entries), { sortering: 'plass' });
    expect(second.texts('.dot-row h3')).toEqual(['Kommune a', 'Kommune b']);
  });

  it('says the picture in words, for the official figure and for one criterion', async () => {
    const whole = await render(ranking([entry('a', 4.25)]));
    expect(whole.element.querySelector('.dot-strip svg')?.getAttribute('aria-label')).toBe(
      'Gjennomsnitt 4,25. Poeng: 4,25',
    );
    TestBed.resetTestingModule();
    const one = await render(ranking([entry('a', 4.25)]), { moment: 'together' });
    expect(one.element.querySelector('.dot-strip svg')?.getAttribute('aria-label')).toBe(
      'Gjennomsnitt 2. Poeng: 2',
    );
  });

  it('tells a tie across the line and never draws the line through it', async () => {
    const { element, texts } = await render(
      ranking([entry('a', 5, { cut: 'tied' })], { cutTie: true }),
      { sortering: 'plass' },
    );
    expect(texts('.ds-alert')[0]).toContain('systemet velger ikke for dere');
    expect(element.querySelector('.dot-cut')).toBeNull();
  });

  it('tells why each sheet does not count and whose is missing', async () => {
    const { texts } = await render(
      ranking([entry('a', 5, { dots: [], setAside: [{ seatId: 's', why: 'recused' }] })]),
    );
    expect(texts('deliberation-entry-figures tbody td').at(-1)).toBe(
      'Teller ikke: Medlemmet er fratrådt',
    );
  });

  it('warns when one basis is clearly lower than the other', async () => {
    const { texts } = await render(
      ranking([entry('a', 5)], {
        bases: {
          'single-measure': { entries: 3, mean: 3 },
          'all-round': { entries: 3, mean: 4 },
        },
      }),
    );
    expect(texts('.ds-alert')[0]).toContain(
      'Enkelttiltak ligger i snitt 1 poeng lavere enn helhetlig arbeid',
    );
  });

  it('shows an entry that nobody scored without a place and without a zero', async () => {
    const { texts } = await render(ranking([entry('a', null, { contentions: ['unscored'] })]));
    expect(texts('.dot-row__place')).toEqual(['Uten plass']);
    expect(texts('.dot-row__means dd')[0]).toBe('–');
  });

  it('is empty in words', async () => {
    const { texts } = await render(ranking([]));
    expect(texts('ui-empty')[0]).toContain('Ingen forslag i denne kategorien');
  });

  it('tells a recused member no more than that it is closed', async () => {
    const { element, texts } = await render({ refusal: 'recused' });
    expect(texts('ui-failure')).toHaveLength(1);
    expect(element.querySelector('.dot-row')).toBeNull();
  });

  it('says a chance in steps of five, and draws the interval', async () => {
    const { element, texts } = await render(ranking([entry('a', 4.25)]));
    expect(texts('.dot-row__means dd').at(-1)).toBe('om lag 60 %');
    expect(element.querySelector('.dot-strip__interval')).not.toBeNull();
    expect(texts('deliberation-figures-table tbody tr')[0]).toContain('3,9 til 4,7');
    expect(texts('deliberation-figures-table tbody td').at(-1)).toBe('1–2');
    TestBed.resetTestingModule();
    const sure = await render(ranking([entry('a', 4, { inPlaces: 0.991, low: null, high: null })]));
    expect(sure.texts('.dot-row__means dd').at(-1)).toBe('over 95 %');
    expect(sure.element.querySelector('.dot-strip__interval')).toBeNull();
  });

  it('marks on which basis each entry stands', async () => {
    const { texts } = await render(ranking([entry('a', 4, { basis: 'single-measure' })]));
    expect(texts('.dot-row__county')).toEqual(['Eksempelfylke · Enkelttiltak']);
  });

  it('marks a recusal in the picture and never leaves it blank', async () => {
    const { element } = await render(
      ranking([entry('a', 4, { setAside: [{ seatId: 's', why: 'recused' }] })]),
    );
    expect(element.querySelectorAll('.dot-strip__gap')).toHaveLength(1);
  });

  it('puts the highest and the lowest reason side by side', async () => {
    const { texts } = await render(
      ranking([
        entry('a', 4, {
          reasons: {
            highest: { seatId: 's', text: 'Sterk på samarbeid' },
            lowest: { seatId: 'x', text: '' },
          },
        }),
      ]),
    );
    expect(texts('.reason')).toEqual([
      'Høyest: Kari NordliSterk på samarbeid',
      'Lavest: Ingen begrunnelse skrevet.',
    ]);
  });

  it('tells in a sentence whether the places hold, and each check in a row', async () => {
    const advice = ranking([]).advice;
    const entries = [entry('a', 5), entry('b', 4, { place: 2, cut: 'out' })];
    const check = (of: string | null, kind: 'median' | 'without-judge' | 'adjusted' | 'house') => ({
      kind,
      of,
      joint: true,
      enters: [],
      leaves: [],
      tied: [],
      unscored: [],
    });
    const { texts } = await render(
      ranking(entries, {
        advice: {
          ...advice,
          checks: [
            check(null, 'median'),
            { ...check('s', 'without-judge'), enters: ['b'], leaves: ['a'] },
            { ...check(null, 'adjusted'), joint: false },
            { ...check('NHO', 'house'), leaves: ['a'] },
            { ...check('KS', 'house'), tied: ['a', 'b'] },
          ],
          verdict: { checks: 2, kept: 1, moving: ['a', 'b'] },
        },
      }),
    );
    expect(texts('deliberation-stability-section > p > span')).toEqual([
      '1 av 2 kontroller gir de samme forslagene over streken. Disse kommer inn eller faller ut: Kommune a, Kommune b.',
    ]);
    expect(texts('deliberation-stability-section tbody tr')).toEqual([
      'Den midterste vurderingen (median) De samme',
      'Uten Kari Nordli Inn: Kommune b. Ut: Kommune a',
      'Justert for hvor strengt medlemmene vurderer Kan ikke rangeres samlet',
      'Bare vurderingene fra NHO Ut: Kommune a',
      'Bare vurderingene fra KS Likt på streken: Kommune a, Kommune b',
    ]);
  });

  it('tells what the weights would have to be', async () => {
    const advice = ranking([]).advice;
    const criteria = ['together', 'results'].map((code) => ({
      code,
      name: { nb: code === 'together' ? 'Samarbeider' : 'Resultater', nn: '', en: '' },
      weight: 1,
      counted: true,
    }));
    const tipping = {
      entry: 'b',
      over: 'a',
      from: 'results',
      to: 'together',
      before: 0.5,
      after: 0.62,
    };
    const { texts } = await render(
      ranking([entry('a', 5), entry('b', 4)], { criteria, advice: { ...advice, tipping } }),
    );
    expect(texts('deliberation-stability-section > p > span')[1]).toBe(
      'Kommune b går forbi Kommune a hvis «Samarbeider» teller 62 prosent i stedet for 50, og «Resultater» tilsvarende mindre.',
    );
  });

  it('shows how strictly members score to whom the server tells it, in words', async () => {
    const advice = ranking([]).advice;
    const severity = [
      { house: 'NHO' as const, n: 4, effect: -0.42, low: -0.9, high: 0.06 },
      { house: 'KS' as const, n: 4, effect: 0.01, low: null, high: null },
    ];
    const leader = await render(ranking([entry('a', 5)], { advice: { ...advice, severity } }));
    expect(leader.texts('deliberation-severity-section tbody tr')).toEqual([
      'Medlem 1 (NHO) 0,4 poeng lavere enn de andre −0,9 til 0,1',
      'Medlem 2 (KS) som de andre –',
    ]);
    TestBed.resetTestingModule();
    const member = await render(ranking([entry('a', 5)]));
    expect(member.element.querySelector('deliberation-severity-section')).toBeNull();
  });

  it('tells the secretariat, and nobody else, which scores stand far out', async () => {
    const outliers = {
      scores: [{ seatId: 's', nominationId: 'a', value: 6, residual: 2.04 }],
      members: [{ seatId: 's', correlation: -0.31, shared: 8 }],
    };
    const office = await render(ranking([entry('a', 5)], { outliers }));
    expect(office.texts('deliberation-outliers-section tbody tr')).toEqual([
      'Kommune a Kari Nordli 6 2 poeng over',
    ]);
    expect(office.texts('deliberation-outliers-section > p')[1]).toBe(
      'Kari Nordli rangerer 8 forslag annerledes enn de andre (samvariasjon −0,3).',
    );
    TestBed.resetTestingModule();
    const none = await render(ranking([entry('a', 5)], { outliers: { scores: [], members: [] } }));
    expect(none.texts('deliberation-outliers-section > p')[1]).toBe(
      'Ingen vurdering skiller seg ut.',
    );
    TestBed.resetTestingModule();
    const member = await render(ranking([entry('a', 5)]));
    expect(member.element.querySelector('deliberation-outliers-section')).toBeNull();
  });

  it('shows the profile of the entries above the line', async () => {
    const { texts } = await render(
      ranking([entry('a', 5), entry('b', 4, { place: 2, cut: 'out' })]),
    );
    expect(texts('deliberation-profile-section tr')).toEqual([
      'VurderingsmomentKommune a',
      'Samarbeider2',
    ]);
  });

  it('explains every figure one press from its name, and leads from there to its table', async () => {
    const advice = ranking([]).advice;
    const [one] = ranking([]).criteria.slice(1);
    const criteria = [one, { ...one, code: 'results' }].map((each) => ({ ...each, counted: true }));
    const severity = [{ house: 'KS' as const, n: 4, effect: 0.4, low: 0, high: 0.8 }];
    const { element } = await render(
      ranking([entry('a', 5, { underWeights: 0.8 })], {
        criteria,
        advice: { ...advice, severity },
      }),
    );
    const opened = [...element.querySelectorAll('.figure-term')].map((term) =>
      term.getAttribute('popovertarget'),
    );
    const notes = [...element.querySelectorAll<HTMLElement>('[popover]')];
    expect([...new Set(opened)].sort()).toEqual(notes.map(({ id }) => id).sort());
    for (const note of notes) {
      const shown: string[] = [];
      for (const table of element.querySelectorAll('[id^="all-"]'))
        table.scrollIntoView = () => void shown.push(table.tagName);
      const go = note.querySelector('button');
      expect(go?.getAttribute('popovertarget')).toBe(note.id);
      document.body.append(element);
      go?.click();
      await new Promise((later) => setTimeout(later));
      expect(shown).toHaveLength(1);
    }
    expect(element.querySelector<HTMLDetailsElement>('#all-figures')?.open).toBe(true);
    element.remove();
  });
});
