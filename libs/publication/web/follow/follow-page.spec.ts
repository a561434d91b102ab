import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FollowAnswerPage } from './follow-answer-page';
import { FollowPage } from './follow-page';

const providers = [provideHttpClient(), provideHttpClientTesting(), provideRouter([])];

describe('following', () => {
  async function form() {
    TestBed.configureTestingModule({ imports: [FollowPage], providers });
    const fixture = TestBed.createComponent(FollowPage);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const submit = async (email: string) => {
      const field = page.querySelector<HTMLInputElement>('#email');
      if (!field) throw new Error('no field');
      field.value = email;
      field.dispatchEvent(new Event('input'));
      page.querySelector('form')?.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    };
    return { fixture, page, submit, http: TestBed.inject(HttpTestingController) };
  }

  it('asks for an address before anything is sent', async () => {
    const { page, submit, http } = await form();
    await submit('kari');
    expect(page.textContent).toContain('Skriv e-postadressen din');
    http.expectNone('/api/follow');
  });

  it('sends the wish, and says that the address must answer', async () => {
    const { fixture, page, submit, http } = await form();
    fixture.componentRef.setInput('kommune', '1539');
    await submit(' kari@avisa.example ');
    const sent = http.expectOne('/api/follow');
    expect(sent.request.body).toMatchObject({ email: 'kari@avisa.example', municipality: '1539' });
    sent.flush(null);
    await settled(fixture);
    expect(page.querySelector('[role=status]')?.textContent).toContain('kari@avisa.example');
  });

  it('says so when too much has been asked', async () => {
    const { fixture, page, submit, http } = await form();
    await submit('kari@avisa.example');
    http
      .expectOne('/api/follow')
      .flush({ refusal: 'rate-limited' }, { status: 429, statusText: 'Too many' });
    await settled(fixture);
    expect(page.querySelector('#email')?.getAttribute('aria-invalid')).toBe('true');
  });

  it.each([
    ['confirm', '/api/follow/confirm', 'Nå følger du kåringen.'],
    ['stop', '/api/follow/stop', 'Adressen er slettet.'],
  ] as const)('opening a link does nothing; the button does: %s', async (act, path, done) => {
    TestBed.configureTestingModule({ imports: [FollowAnswerPage], providers });
    const fixture = TestBed.createComponent(FollowAnswerPage);
    fixture.componentRef.setInput('act', act);
    await fixture.whenStable();
    const http = TestBed.inject(HttpTestingController);
    http.expectNone(() => true);
    const page: HTMLElement = fixture.nativeElement;
    page.querySelector('button')?.click();
    http.expectOne(({ url }) => url === path).flush(null);
    await settled(fixture);
    expect(page.textContent).toContain(done);
  });
});

/** An answer has come and the page has been drawn again. */
async function settled(fixture: ComponentFixture<unknown>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
}
