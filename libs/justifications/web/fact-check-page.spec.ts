import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { MyFactCheckView } from '@award/justifications/contract';
import { FactCheckPage } from './fact-check-page';

const MINE = '/api/fact-checks/mine';
const CHECK: NonNullable<MyFactCheckView['check']> = {
  id: 'c',
  state: 'asked',
  text: 'Kommunen fikk ti til.',
  writtenForm: 'nn',
  askedAt: '2027-02-10T09:00:00.000Z',
  dueAt: '2027-02-12T11:00:00.000Z',
  answeredAt: null,
  remarks: '',
  mayAnswer: true,
};

async function page(check: MyFactCheckView['check']) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Session, useValue: { acting: signal({ id: 'g', role: 'municipality-editor' }) } },
    ],
  });
  const fixture = TestBed.createComponent(FactCheckPage);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  await Promise.resolve();
  http.expectOne(MINE).flush({ check });
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const button = (name: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  return { fixture, http, element, button };
}

describe('the municipality checks the facts', () => {
  it('of its own text, in its written form, and answers with remarks or with none', async () => {
    const { fixture, http, element, button } = await page(CHECK);
    expect(element.querySelector('blockquote')?.lang).toBe('nn');
    expect(element.querySelector('blockquote')?.textContent).toBe(CHECK.text);
    expect([button('Send merknadene')?.disabled, button('Alt stemmer')?.disabled]).toEqual([
      true,
      false,
    ]);
    const field = element.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Det var tolv.';
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect([button('Send merknadene')?.disabled, button('Alt stemmer')?.disabled]).toEqual([
      false,
      true,
    ]);
    button('Send merknadene')?.click();
    const sent = http.expectOne('/api/fact-checks/c/answer');
    expect(sent.request.body).toEqual({ answer: 'remarks', remarks: 'Det var tolv.' });
  });

  it('says in words when it comes too late', async () => {
    const { fixture, http, element, button } = await page(CHECK);
    button('Alt stemmer')?.click();
    http
      .expectOne('/api/fact-checks/c/answer')
      .flush({ refusal: 'past-deadline' }, { status: 409, statusText: '' });
    await new Promise((later) => setTimeout(later));
    http.expectOne(MINE).flush({ check: { ...CHECK, state: 'silent', mayAnswer: false } });
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')).not.toBeNull();
    expect(element.textContent).toContain('Fristen er ute.');
  });

  it('has nothing to check when nothing is asked', async () => {
    const { element } = await page(null);
    expect(element.textContent).toContain('Ingenting å sjekke nå');
    expect(element.querySelector('blockquote, textarea')).toBeNull();
  });
});
