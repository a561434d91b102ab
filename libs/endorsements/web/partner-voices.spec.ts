import { TestBed } from '@angular/core/testing';
import { RATED_QUESTIONS, summariseSurvey, type SurveyAnswers } from '@award/award';
import type { PartnerVoicesView } from '@award/endorsements/contract';
import { PartnerVoices } from './partner-voices';

const own: SurveyAnswers = {
  ratings: Object.fromEntries(
    RATED_QUESTIONS.map((question) => [question, 4]),
  ) as SurveyAnswers['ratings'],
  services: [],
};

async function shown(voices: PartnerVoicesView): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(PartnerVoices);
  fixture.componentRef.setInput('voices', voices);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('what partners say, to the jury', () => {
  it('shows nothing at all where nothing was said', async () => {
    const element = await shown({ endorsements: [], survey: { own: null, business: null } });
    expect(element.textContent?.trim()).toBe('');
  });

  it('names who endorses, and what they contributed', async () => {
    const element = await shown({
      endorsements: [
        {
          name: 'Nordvik Bygg',
          organisationNumber: null,
          contributions: ['money', 'network'],
          signerName: 'Marit Vik',
          signerTitle: '',
        },
      ],
      survey: { own: null, business: null },
    });
    expect(element.querySelector('li strong')?.textContent).toBe('Nordvik Bygg');
    const item = element.querySelector('li')?.textContent ?? '';
    expect(item).toContain('Marit Vik');
    expect(item).toContain('Bidro med: Penger, Kontakter og nettverk');
  });

  it('sets the counts beside the own answers, and says that they represent nobody', async () => {
    const business = summariseSurvey(
      [1, 5, 5].map((rating) => ({
        ...own,
        ratings: { ...own.ratings, services: rating },
        size: '1-9' as const,
        trade: 'industry' as const,
      })),
    );
    const element = await shown({ endorsements: [], survey: { own, business } });
    expect(element.textContent).toContain('Ikke et representativt utvalg.');
    const first = [...element.querySelectorAll('tbody tr:first-child td')].map((cell) =>
      cell.textContent?.trim(),
    );
    expect(first).toEqual(['1', '0', '0', '0', '2', '0', '4']);
  });
});
