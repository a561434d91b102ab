import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { PostponementView } from '@award/publication/contract';
import { PostponementSection } from './postponement-section';

const FINALISTS: PostponementView = {
  field: 'finalistsAt',
  at: '2027-03-01T08:00:00.000Z',
  propose: null,
  waiting: null,
  moved: [],
};
const untold = [{ name: 'Kari Vik', part: 'presenter', organisation: 'NRK' }];
const WINNERS: PostponementView = { ...FINALISTS, field: 'announcementAt', propose: 'wrong-phase' };

describe('moving an announcement', () => {
  async function show(...postponements: PostponementView[]) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: LOCALE_ID, useValue: 'nb' },
      ],
    });
    const fixture = TestBed.createComponent(PostponementSection);
    fixture.componentRef.setInput('editionId', 'e');
    fixture.detectChanges();
    await Promise.resolve();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/releases/e/postponements').flush({ untold, postponements });
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const press = async (name: string) => {
      const button = [...element.querySelectorAll('button')].find((one) =>
        one.textContent?.trim().startsWith(name),
      );
      if (!button) throw new Error(`no button ${name}`);
      button.click();
      await fixture.whenStable();
    };
    const write = (id: string, words: string) => {
      const field = element.querySelector<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(id);
      field.value = words;
      field.dispatchEvent(new Event('input'));
    };
    return { element, fixture, http, press, write };
  }

  it('starts from the time that is set, asks why, and sends the time as Oslo reads it', async () => {
    const { element, fixture, http, press, write } = await show(FINALISTS, WINNERS);
    expect(element.querySelectorAll('article')).toHaveLength(1);
    expect(element.querySelector('li')?.textContent?.trim()).toBe('Kari Vik (Programleder, NRK)');
    await press('Flytt');
    expect(element.querySelector<HTMLInputElement>('#postpone-time')?.value).toBe('09:00');
    await press('Foreslå ny tid');
    expect(element.textContent).toContain('Skriv hvorfor.');
    write('postpone-date', '2027-07-10');
    write('postpone-reason', 'Storm.');
    await fixture.whenStable();
    await press('Foreslå ny tid');
    const { request } = http.expectOne(({ method }) => method === 'POST');
    expect(request.body).toEqual({
      field: 'finalistsAt',
      to: '2027-07-10T07:00:00.000Z',
      reason: 'Storm.',
    });
  });

  it('keeps what is being written when the line is cut', async () => {
    const { element, fixture, http, press, write } = await show(FINALISTS, WINNERS);
    await press('Flytt');
    write('postpone-reason', 'Storm.');
    await press('Foreslå ny tid');
    const cut = () => new ProgressEvent('cut');
    http.expectOne(({ method }) => method === 'POST').error(cut());
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    http.expectOne('/api/releases/e/postponements').error(cut());
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Prøv igjen');
    expect(element.querySelector<HTMLTextAreaElement>('#postpone-reason')?.value).toBe('Storm.');
  });

  it('is confirmed by somebody else, for exactly the time that is shown', async () => {
    const waiting = {
      id: 'p',
      to: '2027-03-04T08:00:00.000Z',
      reason: 'Storm.',
      by: 'Solveig Tangen',
      mine: false,
      confirm: null,
      giveUp: 'not-permitted' as const,
    };
    const { element, http, press } = await show({ ...FINALISTS, waiting }, WINNERS);
    expect([...element.querySelectorAll('button')]).toHaveLength(1);
    await press('Bekreft den nye tiden');
    const { request } = http.expectOne('/api/releases/postponements/p/confirm');
    expect(request.body).toEqual({ to: waiting.to });
  });

  it('is not there when nothing can be moved and nothing has been', async () => {
    const { element } = await show({ ...FINALISTS, propose: 'wrong-phase' }, WINNERS);
    expect(element.querySelector('section')).toBeNull();
  });
});
