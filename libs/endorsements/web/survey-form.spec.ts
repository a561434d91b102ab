import { TestBed } from '@angular/core/testing';
import type { BusinessSurvey, SurveyAnswers } from '@award/award';
import { SurveyForm } from './survey-form';

async function form(ofBusiness: boolean, answers: SurveyAnswers | null = null) {
  const fixture = TestBed.createComponent(SurveyForm);
  fixture.componentRef.setInput('send', 'Send svarene');
  fixture.componentRef.setInput('ofBusiness', ofBusiness);
  fixture.componentRef.setInput('answers', answers);
  const sent: (SurveyAnswers | BusinessSurvey)[] = [];
  fixture.componentInstance.answered.subscribe((one) => sent.push(one));
  fixture.componentInstance.answeredByBusiness.subscribe((one) => sent.push(one));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (selector: string) => {
    element.querySelector<HTMLElement>(selector)?.click();
    await fixture.whenStable();
  };
  const problems = () =>
    [...element.querySelectorAll('ui-error-summary a')].map((one) => one.textContent?.trim());
  return { element, press, problems, sent };
}

const RATED = [
  'services',
  'plans-and-follow-up',
  'infrastructure',
  'sites-and-premises',
  'involvement',
  'funding-guidance',
  'reaches-out',
];

describe('the survey', () => {
  it('names what is not answered and sends nothing', async () => {
    const { press, problems, sent } = await form(true);
    await press('button[type=submit]');
    expect(problems()).toHaveLength(9);
    expect(problems()[0]).toContain('Kommunen er lett å ha med å gjøre');
    expect(problems().at(-1)).toBe('Velg bransje');
    expect(sent).toEqual([]);
  });

  it('sends what a business has chosen, «vet ikke» among it, and at most three services', async () => {
    const { element, press, sent } = await form(true);
    for (const question of RATED) await press(`#${question}-4`);
    const unknown = element.querySelectorAll<HTMLElement>('.rating__choice--unknown input');
    unknown[2]?.click();
    for (const service of ['sites', 'procurement', 'first-contact'])
      await press(`#service-${service}`);
    const fourth = element.querySelector<HTMLInputElement>('#service-port-and-transport');
    expect(fourth?.disabled).toBe(true);
    await press('#size-1-9');
    await press('#trade-industry');
    await press('button[type=submit]');
    expect(sent).toEqual([
      {
        ratings: {
          services: 4,
          'plans-and-follow-up': 4,
          infrastructure: null,
          'sites-and-premises': 4,
          involvement: 4,
          'funding-guidance': 4,
          'reaches-out': 4,
        },
        services: ['sites', 'procurement', 'first-contact'],
        size: '1-9',
        trade: 'industry',
      },
    ]);
  });

  it('asks a municipality neither size nor trade, and begins with what it answered before', async () => {
    const ratings = Object.fromEntries(
      RATED.map((question) => [question, 2]),
    ) as SurveyAnswers['ratings'];
    const { element, press, sent } = await form(false, { ratings, services: ['sites'] });
    expect(element.querySelector('#size-1-9')).toBeNull();
    await press('#reaches-out-5');
    await press('button[type=submit]');
    expect(sent).toEqual([{ ratings: { ...ratings, 'reaches-out': 5 }, services: ['sites'] }]);
  });
});
