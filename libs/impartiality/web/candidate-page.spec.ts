import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CandidateView } from '@award/impartiality/contract';
import { CandidatePage } from './candidate-page';

const AT = '/api/editions/edition/panels/small/candidate-check';

describe('asking whether somebody would be impartial', () => {
  let fixture: ComponentFixture<CandidatePage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(CandidatePage);
    fixture.componentRef.setInput('editionId', 'edition');
    fixture.componentRef.setInput('classCode', 'small');
    server = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement;
    fixture.detectChanges();
    await settle();
    server.expectOne('/api/editions/current').flush({ sample: true });
    await settle();
  });
  async function settle(): Promise<void> {
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (words: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.includes(words));
  async function check(answer: Partial<CandidateView>): Promise<unknown> {
    button('Sjekk habiliteten')?.click();
    await settle();
    const request = server.expectOne(AT);
    request.flush({
      scope: 'class',
      entries: 13,
      touched: [],
      outcome: 'nothing-known',
      otherRole: false,
      ...answer,
    });
    await settle();
    return request.request.body;
  }

  it('asks with the address alone, and says that nothing is known', async () => {
    const email = element.querySelector<HTMLInputElement>('#candidate-email');
    if (!email) throw new Error('No address');
    email.value = ' ny@nho.example ';
    email.dispatchEvent(new Event('input'));
    expect(await check({})).toEqual({ email: 'ny@nho.example', relations: [] });
    expect(text()).toContain('Ingen grunn er kjent for de 13 forslagene');
  });

  it('tells which entries, why, and what it comes to', async () => {
    await check({
      outcome: 'whole-class',
      otherRole: true,
      touched: [
        {
          nominationId: 'n',
          municipalityName: 'Rauma',
          countyName: 'Kyst',
          registered: true,
          ties: [{ type: 'board', name: 'Fjord Sveis AS', link: 'partner', ground: 'board' }],
        },
      ],
    });
    expect(text()).toContain('kan bli inhabil for hele kategorien');
    expect(text()).toContain('en rolle i kåringen som ikke kan kombineres');
    expect(text()).toContain('Styreverv: Fjord Sveis AS – samarbeidspartner i forslaget');
    expect(text()).toContain('Noe personen selv har registrert her');
  });

  it('says so when the server does not answer', async () => {
    button('Sjekk habiliteten')?.click();
    await settle();
    server.expectOne(AT).error(new ProgressEvent('error'));
    await settle();
    expect(text()).toContain('Vi fikk ikke svar fra tjenesten');
  });
});
