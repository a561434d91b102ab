import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { OutcomeView } from '@award/publication/contract';
import { OutcomePage } from './outcome-page';

const TOLD: OutcomeView = {
  year: 2027,
  editionName: { nb: 'Årets vertskommune', nn: '', en: '' },
  state: 'winner',
  municipality: 'Fjordvik',
  className: { nb: 'Små kommuner', nn: '', en: '' },
  announced: true,
  justification: 'Juryen legger vekt på dialogen.',
  writtenForm: 'nn',
  feedback: null,
  correctedAt: null,
  prizeWithdrawnAt: null,
  diploma: '/api/nominations/1/diploma',
};

async function page(view: OutcomeView) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: Session,
        useValue: {
          acting: signal({ id: 'grant', role: 'municipality-viewer' }),
          may: () => true,
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(OutcomePage);
  fixture.detectChanges();
  await Promise.resolve();
  TestBed.inject(HttpTestingController).expectOne('/api/nominations/mine/outcome').flush(view);
  // The second question is asked by what the first answer puts on the page.
  await new Promise((shown) => setTimeout(shown));
  fixture.detectChanges();
  for (const asked of TestBed.inject(HttpTestingController).match(
    '/api/nominations/mine/corrections',
  ))
    asked.flush({ ask: null, requests: [] });
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { element, text: element.textContent?.replace(/\s+/g, ' ') ?? '' };
}

describe('how it went, for the municipality', () => {
  it('tells a winner why, with the diploma', async () => {
    const { element, text } = await page(TOLD);
    expect(element.querySelector('h2')?.textContent).toBe('Kommunen vant');
    expect(text).toContain('Fjordvik har vunnet i kategorien Små kommuner.');
    expect(element.querySelector('[lang=nn]')?.textContent).toBe(TOLD.justification);
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(TOLD.diploma);
  });

  it.each([
    ['waiting', 'Ikke offentliggjort ennå'],
    ['not-finalist', 'Forslaget ble ikke finalist'],
    ['not-in-competition', 'Kommunen har ikke noe forslag med i konkurransen'],
  ] as const)('%s holds no justification and no diploma', async (state, heading) => {
    const { element } = await page({ ...TOLD, state, justification: null, diploma: null });
    expect(element.querySelector('h2')?.textContent).toBe(heading);
    expect(element.querySelector('a[download], .prose')).toBeNull();
  });

  it('gives whoever is no finalist what the jury wrote, in its own written form', async () => {
    const { element } = await page({
      ...TOLD,
      state: 'not-finalist',
      justification: null,
      diploma: null,
      feedback: 'Bygg vidare på samarbeidet.',
    });
    expect(element.querySelector('[lang=nn]')?.textContent).toBe('Bygg vidare på samarbeidet.');
  });

  it('says to a finalist before the announcement that it is one, not that it was', async () => {
    const { text } = await page({ ...TOLD, state: 'finalist', announced: false, diploma: null });
    expect(text).toContain('Fjordvik er en av finalistene i kategorien Små kommuner.');
  });
});
