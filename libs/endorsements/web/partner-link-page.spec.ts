import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute } from '@angular/router';
import { of } from 'rxjs';
import type { PartnerLinkView } from '@award/endorsements/contract';
import { PartnerLinkPage } from './partner-link-page';

const VIEW: PartnerLinkView = {
  partnerName: 'Nordvik Bygg',
  municipalityName: 'Askedalen',
  countyName: 'Eksempelfylke',
  awardName: { nb: 'Årets vertskommune', nn: '', en: '' },
  writtenForm: 'nb',
  text: { title: 'Tomteboka', text: 'Ni uker.', business: '' },
  textHash: 'a'.repeat(64),
  expiresAt: '2027-02-01T11:00:00.000Z',
  given: null,
  surveyAnswered: false,
};

async function page(answer: PartnerLinkView | { refusal: string; status: number }) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: ActivatedRoute, useValue: { fragment: of('secret-token') } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(PartnerLinkPage);
  fixture.detectChanges();
  await new Promise((later) => setTimeout(later));
  const opened = http.expectOne('/api/partner-link');
  if ('refusal' in answer) {
    opened.flush({ refusal: answer.refusal }, { status: answer.status, statusText: 'no' });
  } else opened.flush(answer);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const text = (selector: string) =>
    element.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
  const press = async (words: string) => {
    [...element.querySelectorAll('button')]
      .find((one) => one.textContent?.includes(words))
      ?.click();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  };
  return { http, fixture, element, opened, text, press };
}

describe("a partner's link", () => {
  it('sends the token in a header and never in an address', async () => {
    const { opened, text } = await page(VIEW);
    expect(opened.request.headers.get('Link-Token')).toBe('secret-token');
    expect(opened.request.urlWithParams).toBe('/api/partner-link');
    expect(text('h1')).toBe('Askedalen og Nordvik Bygg');
  });

  it('endorses the text that was shown, once there is a name', async () => {
    const { http, fixture, element, text, press } = await page(VIEW);
    await press('Vi støtter forslaget');
    http.expectNone('/api/partner-link/endorsement');
    expect(text('ui-error-summary a')).toBe('Skriv navnet ditt');
    element.querySelector<HTMLElement>('#contribution-network')?.click();
    const name = element.querySelector<HTMLInputElement>('#signer-name');
    if (name) name.value = 'Marit Vik';
    name?.dispatchEvent(new Event('input'));
    await press('Vi støtter forslaget');
    const sent = http.expectOne('/api/partner-link/endorsement');
    expect(sent.request.body).toEqual({
      answer: 'endorsed',
      contributions: ['network'],
      signerName: 'Marit Vik',
      signerTitle: '',
      textHash: VIEW.textHash,
    });
    const given = {
      answer: 'endorsed' as const,
      contributions: [],
      signerName: 'Marit Vik',
      signerTitle: '',
      stands: true,
    };
    sent.flush({ ...VIEW, given });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    expect(text('.ds-alert')).toBe('Takk. Dere støtter forslaget, og juryen ser det.');
    expect(element.querySelector('endorsements-endorse-form')).toBeNull();
  });

  it('promises that a no is told to nobody', async () => {
    const given = {
      answer: 'declined' as const,
      contributions: [],
      signerName: '',
      signerTitle: '',
      stands: false,
    };
    const { text } = await page({ ...VIEW, given });
    expect(text('.ds-alert')).toBe('Takk for svaret. Ingen får vite at dere har takket nei.');
  });

  it('thanks for the survey instead of asking it twice', async () => {
    const { element } = await page({ ...VIEW, surveyAnswered: true });
    expect(element.querySelector('endorsements-survey-form')).toBeNull();
    expect(element.textContent).toContain('det er ikke lagret hvem som ga dem');
  });

  it.each([
    ['link-expired', 409, 'Lenken har gått ut'],
    ['link-revoked', 409, 'Lenken er trukket tilbake'],
    ['not-found', 404, 'Vi finner ikke'],
  ])('says in words what is wrong: %s', async (refusal, status, words) => {
    const { text } = await page({ refusal, status });
    expect(text('ui-failure')).toContain(words);
  });
});
