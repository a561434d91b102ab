import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { TipCallView } from '@award/nominations/contract';
import { TipPage } from './tip-page';

const OPEN: TipCallView = {
  now: '2027-01-12T10:00:00.000Z',
  call: {
    year: 2027,
    name: { nb: 'Årets vertskommune', nn: '', en: '' },
    deadline: '2027-01-20T11:00:00.000Z',
    invented: true,
  },
};

async function page(call: TipCallView) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(TipPage);
  fixture.detectChanges();
  await new Promise((later) => setTimeout(later));
  http.expectOne('/api/tips/call').flush(call);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const click = async (found: HTMLElement | null | undefined) => {
    found?.click();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  };
  const write = (id: string, text: string) => {
    const field = element.querySelector<HTMLInputElement>(`[id="${id}"]`);
    if (!field) throw new Error(`no field ${id}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  };
  const problems = () =>
    [...element.querySelectorAll('ui-error-summary a')].map((one) => one.textContent?.trim());
  return { http, fixture, element, click, write, problems };
}

describe('a tip', () => {
  it('is not asked for while no call is open', async () => {
    const { element } = await page({ ...OPEN, call: null });
    expect(element.querySelector('form')).toBeNull();
    expect(element.textContent).toContain('Det er ikke åpent for tips nå');
  });

  it('names all that is missing, the region only for a region', async () => {
    const { element, click, problems } = await page(OPEN);
    await click(element.querySelector<HTMLElement>('button[type=submit]'));
    expect(problems()).toEqual([
      'Velg kommunen',
      'Skriv hvorfor',
      'Velg hvordan du er knyttet til kommunen',
      'Skriv navnet ditt',
      'Skriv e-postadressen din, for eksempel kari@eksempel.no',
    ]);
    await click(element.querySelector<HTMLElement>('#relation-nho-region'));
    expect(problems()).toContain('Skriv hvilken region du skriver for');
  });

  it('is sent about the municipality that was found, and tells to look in the mailbox', async () => {
    const { http, fixture, element, click, write } = await page(OPEN);
    write('tip-municipality', 'Aske');
    await new Promise((later) => setTimeout(later, 300));
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    const asked = http.expectOne((request) => request.url === '/api/municipalities');
    expect(asked.request.params.get('invented')).toBe('true');
    asked.flush({
      municipalities: [
        { id: 'm1', number: '9001', name: 'Askedalen', countyName: 'Eksempelfylke' },
      ],
      total: 1,
    });
    await fixture.whenStable();
    await click(element.querySelector<HTMLElement>('.matches button'));
    write('tip-why', 'De svarer samme dag.');
    write('tip-name', 'Gunn Moe');
    write('tip-email', ' gunn@x.example ');
    await click(element.querySelector<HTMLElement>('#relation-business'));
    await click(element.querySelector<HTMLElement>('button[type=submit]'));
    const sent = http.expectOne('/api/tips');
    expect(sent.request.body).toEqual({
      municipalityId: 'm1',
      why: 'De svarer samme dag.',
      senderName: 'Gunn Moe',
      senderEmail: 'gunn@x.example',
      relation: 'business',
      region: '',
      language: 'nb',
    });
    sent.flush(null);
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    expect(element.querySelector('[role=status]')?.textContent).toContain('Vi har sendt deg');
  });
});
