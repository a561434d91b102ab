import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Permission } from '@award/award';
import { Session } from '@award/access/web';
import { anEdition } from '@award/editions/web/testing';
import { DeskSources } from './desk-facts';
import { DeskPage } from './desk-page';
import type { DeskFacts } from './desk-tasks';

const facts = (rest: Partial<DeskFacts> = {}): DeskFacts => ({
  edition: anEdition({ phase: 'open' }),
  incomplete: false,
  outreach: [
    {
      countyNumber: '15',
      countyName: 'Møre og Romsdal',
      classCode: 'small',
      municipalities: 20,
      invited: 5,
      signedIn: 2,
      started: 1,
      complete: 0,
      submitted: 0,
    },
  ],
  undelivered: null,
  entries: null,
  panels: null,
  progress: null,
  justifications: null,
  stage: null,
  ...rest,
});

async function open(
  answer: DeskFacts | string,
  may: (permission: Permission) => boolean = () => true,
) {
  const source = async () => {
    if (typeof answer === 'string')
      throw new HttpErrorResponse({ status: 404, error: { refusal: answer } });
    return answer;
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: DeskSources, useValue: { facts: source } },
      {
        provide: Session,
        useValue: {
          may,
          acting: signal({
            id: 'grant',
            role: 'secretary',
            municipalityName: null,
            classCode: null,
          }),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(DeskPage);
  fixture.componentRef.setInput('heading', 'Sekretariatet');
  await fixture.whenStable();
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { page, words: page.textContent?.replace(/\s+/g, ' ') ?? '' };
}

describe('the desk', () => {
  it('shows the year with today on it, one next act, and counts that are links', async () => {
    const { page, words } = await open(facts());
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelector('[aria-current=step]')?.textContent).toContain('Åpen for forslag');
    expect(page.querySelectorAll('a.ds-button')).toHaveLength(1);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/sekretariat/kommuner?kategori=small&status=submitted');
    expect(links).toContain('/sekretariat/kommuner?status=not-invited');
    expect(words).toContain('5 av 20');
  });

  it('says by when, counted from the server’s now', async () => {
    const edition = anEdition({ phase: 'judging', now: '2027-02-09T11:00:00.000Z' });
    const classes = edition.classes.map((one) => ({ ...one, stage: 'scoring' as const }));
    const { words } = await open(facts({ edition: { ...edition, classes } }));
    expect(words).toContain('onsdag 10. februar 2027 kl. 12.00');
    expect(words).toContain('Følg juryens vurdering (Små kommuner)');
  });

  it('shows what others do without leading there, and puts the reader’s own first', async () => {
    const { page, words } = await open(facts(), (permission) => !permission.startsWith('outreach'));
    const tasks = [...page.querySelectorAll('.desk__tasks a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(words).toContain('Inviter kommunene');
    expect(tasks.some((href) => href?.startsWith('/sekretariat/kommuner'))).toBe(false);
    expect(page.querySelector('.page-header a.ds-button')?.getAttribute('href')).not.toContain(
      '/sekretariat/kommuner',
    );
  });

  it('marks sample data on its first screen', async () => {
    const { words } = await open(facts({ edition: anEdition({ sample: true }) }));
    expect(words).toContain('Eksempeldata');
  });

  it('offers to make the first edition when there is none', async () => {
    const { page, words } = await open('not-found');
    expect(words).toContain('Ingen kåring er i gang');
    expect(page.querySelector('a.ds-button')?.getAttribute('href')).toBe(
      '/sekretariat/kaaringer/ny',
    );
  });

  it('says so and tries again when the server does not answer', async () => {
    const { words } = await open('unavailable');
    expect(words).toContain('Prøv igjen');
  });

  it('never says that there is nothing to do when some of it did not come', async () => {
    const edition = anEdition({ phase: 'archived' });
    const whole = await open(facts({ edition, outreach: null }));
    expect(whole.words).toContain('Det er ingenting du må gjøre nå.');
    expect(whole.words).not.toContain('Vi fikk ikke hentet alt');
    TestBed.resetTestingModule();
    const { words } = await open(facts({ edition, outreach: null, incomplete: true }));
    expect(words).not.toContain('Det er ingenting du må gjøre nå.');
    expect(words).toContain('Vi fikk ikke hentet alt');
  });

  it.each([
    [503, 'unavailable', true],
    [403, 'recused', false],
  ])('an answer %s %s makes the list incomplete: %p', async (status, refusal, incomplete) => {
    const edition = anEdition({ phase: 'closed' });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Session, useValue: { may: (one: Permission) => one === 'panel:read' } },
      ],
    });
    const server = TestBed.inject(HttpTestingController);
    const gathered = TestBed.inject(DeskSources).facts();
    server.expectOne('/api/editions/current').flush(edition);
    await Promise.resolve();
    await Promise.resolve();
    for (const { request } of server
      .match(({ url }) => url.includes('/panel'))
      .map((one) => (one.flush({ refusal }, { status, statusText: '' }), one)))
      expect(request.method).toBe('GET');
    expect(await gathered).toMatchObject({ panels: [], incomplete });
  });

  it('is a plain list of tasks for those who work on no edition', async () => {
    const { page, words } = await open(facts(), (permission) => permission === 'register:refresh');
    expect(page.querySelector('.phase-line')).toBeNull();
    expect(words).toContain('Sekretariatet');
  });
});
