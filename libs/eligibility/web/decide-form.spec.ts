import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CheckedEntryView } from '@award/eligibility/contract';
import { DecideForm } from './decide-form';
import { checkedEntry } from './testing/checked-entry';

async function form(entry: CheckedEntryView = checkedEntry()) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(DecideForm);
  fixture.componentRef.setInput('entry', entry);
  let decided = 0;
  fixture.componentInstance.decided.subscribe(() => (decided += 1));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const dialog = element.querySelector('dialog') as HTMLDialogElement;
  dialog.showModal = () => dialog.setAttribute('open', '');
  const settle = async () => {
    await fixture.whenStable();
    await new Promise((later) => setTimeout(later));
    await fixture.whenStable();
  };
  return {
    element,
    dialog,
    decided: () => decided,
    http: TestBed.inject(HttpTestingController),
    summary: () =>
      [...element.querySelectorAll('ui-error-summary a')].map((one) => one.textContent?.trim()),
    pick: async (id: string) => {
      (element.querySelector(`[id="${id}"]`) as HTMLInputElement).click();
      await settle();
    },
    write: async (id: string, text: string) => {
      const control = element.querySelector(`[id="${id}"]`) as HTMLTextAreaElement;
      control.value = text;
      control.dispatchEvent(new Event('input'));
      await settle();
    },
    press: async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    answer: async (value: 'yes' | 'no') => {
      dialog.returnValue = value;
      dialog.removeAttribute('open');
      dialog.dispatchEvent(new Event('close'));
      await settle();
    },
    settle,
  };
}

describe('ending the check', () => {
  it('asks for an outcome, and for what only people can judge', async () => {
    const page = await form();
    await page.press();
    expect(page.summary()).toEqual(['Velg hva kontrollen endte med']);
    await page.pick('outcome-eligible');
    await page.press();
    expect(page.summary()).toEqual(['Gå gjennom hele sjekklisten først.']);
    expect(page.dialog.hasAttribute('open')).toBe(false);
  });

  it('says to whom what will happen before it is done, and sends what was judged', async () => {
    const page = await form();
    await page.pick('judged-about-business-development');
    await page.pick('judged-nothing-confidential');
    await page.pick('outcome-eligible');
    await page.press();
    expect(page.dialog.hasAttribute('open')).toBe(true);
    expect(page.dialog.textContent).toContain('Rauma: I orden, går videre til juryen');
    await page.answer('yes');
    const request = page.http.expectOne(
      '/api/eligibility/entries/6f1d1f0e-0000-4000-8000-000000000001/decision',
    );
    expect(request.request.body).toEqual({
      outcome: 'eligible',
      judged: { 'about-business-development': 'met', 'nothing-confidential': 'met' },
      reason: '',
      dueAt: null,
    });
    request.flush({ state: 'eligible' });
    await page.settle();
    expect(page.decided()).toBe(1);
  });

  it('does nothing when the dialog is left', async () => {
    const page = await form();
    await page.pick('judged-about-business-development');
    await page.pick('judged-nothing-confidential');
    await page.pick('outcome-eligible');
    await page.press();
    await page.answer('no');
    page.http.verify();
    expect(page.decided()).toBe(0);
  });

  it('returns with a list, in the written form of the municipality, and a date at noon in Oslo', async () => {
    const page = await form();
    await page.pick('outcome-returned');
    await page.press();
    expect(page.summary()).toEqual(['Skriv hva kommunen må rette']);
    const list = page.element.querySelector('#decide-reason');
    expect([list?.getAttribute('lang'), list?.getAttribute('aria-invalid')]).toEqual([
      'nn',
      'true',
    ]);
    await page.write('decide-reason', 'Ta ut løna');
    expect(page.summary()).toEqual(['Merk av i sjekklisten hva som ikke er i orden']);
    await page.pick('judged-nothing-confidential-not');
    expect((page.element.querySelector('#decide-due') as HTMLInputElement).value).toBe(
      '2027-02-08',
    );
    await page.write('decide-due', '2027-01-31');
    expect(page.summary()).toEqual(['Velg en dato som ikke er passert']);
    await page.write('decide-due', '2027-07-05');
    expect(page.summary()).toEqual([]);
    await page.press();
    await page.answer('yes');
    const request = page.http.expectOne((one) => one.url.endsWith('/decision'));
    expect(request.request.body).toEqual({
      outcome: 'returned',
      judged: { 'about-business-development': 'open', 'nothing-confidential': 'not-met' },
      reason: 'Ta ut løna',
      dueAt: '2027-07-05T10:00:00.000Z',
    });
  });

  it('tells a refusal in words and keeps what was written', async () => {
    const page = await form();
    await page.pick('judged-about-business-development');
    await page.pick('judged-nothing-confidential-not');
    await page.pick('outcome-ineligible');
    await page.write('decide-reason', 'Taushetsbelagt');
    await page.press();
    await page.answer('yes');
    page.http
      .expectOne((one) => one.url.endsWith('/decision'))
      .flush({ refusal: 'wrong-state' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.element.querySelector('ui-failure')?.textContent).toContain(
      'slik forslaget står nå',
    );
    expect((page.element.querySelector('#decide-reason') as HTMLTextAreaElement).value).toBe(
      'Taushetsbelagt',
    );
    expect(page.decided()).toBe(0);
  });
});
