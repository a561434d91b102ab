import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { ColleagueRole } from '@award/award';
import type { ColleaguesView, ColleagueView } from '@award/outreach/contract';
import { ColleaguesClient } from './colleagues-client';
import { ColleaguesPage } from './colleagues-page';

const colleague = (name: string, role: ColleagueRole, more: Partial<ColleagueView> = {}) => ({
  personId: name,
  name,
  emails: [`${name.toLowerCase()}@kommune.example`],
  role,
  since: '2027-01-11T09:00:00.000Z',
  givenBy: null,
  byOrganisation: false,
  me: false,
  ...more,
});
const VIEW: ColleaguesView = {
  municipality: 'Askedalen',
  colleagues: [
    colleague('Kari', 'municipality-submitter', { me: true }),
    colleague('Ole', 'municipality-editor', { givenBy: 'Kari' }),
    colleague('Siv', 'municipality-viewer', { byOrganisation: true, emails: [] }),
  ],
  log: [
    {
      at: '2027-01-12T09:00:00.000Z',
      act: 'invite',
      by: 'Kari',
      whom: 'Ole',
      role: 'municipality-editor',
    },
    { at: '2027-01-11T09:00:00.000Z', act: 'remove', by: null, whom: 'Per', role: null },
  ],
};

async function open(may = true) {
  const done: unknown[] = [];
  let refusal: object | null = null;
  let answer: Promise<void> | null = null;
  const act = async (...what: unknown[]) => {
    if (refusal) throw new HttpErrorResponse({ status: 409, error: refusal });
    done.push(what);
    await answer;
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      {
        provide: ColleaguesClient,
        useValue: { list: async () => VIEW, invite: act, change: act, remove: act },
      },
      {
        provide: Session,
        useValue: { may: () => may, acting: signal(null), refresh: () => act('refresh') },
      },
    ],
  });
  const fixture = TestBed.createComponent(ColleaguesPage);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 2; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  await settle();
  return {
    page,
    done,
    settle,
    refuse: (why: object) => (refusal = why),
    /** No answer comes before what is returned is called. */
    hold: () => {
      let come: () => void = () => undefined;
      answer = new Promise((resolve) => (come = resolve));
      return () => come();
    },
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    fill: async (id: string, value: string) => {
      const field = page.querySelector(`#${id}`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle();
    },
    submit: async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    choose: async (name: string, role: ColleagueRole) => {
      const select = page.querySelector(`#right-${name}`) as HTMLSelectElement;
      select.value = role;
      select.dispatchEvent(new Event('change'));
      await settle();
    },
  };
}

describe('the colleagues of a municipality', () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.length = 0;
    Object.defineProperty(HTMLElement.prototype, 'scrollIntoView', {
      value(this: HTMLElement) {
        seen.push(this.textContent?.trim() ?? '');
      },
      configurable: true,
    });
  });
  afterEach(() => Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView'));

  it('are changed one at a time: nothing goes dead meanwhile, and the answer comes in sight', async () => {
    const { page, done, hold, choose, settle } = await open();
    const come = hold();
    await choose('Ole', 'municipality-submitter');
    expect(page.querySelectorAll(':disabled')).toHaveLength(0);
    await choose('Siv', 'municipality-editor');
    expect((page.querySelector('#right-Siv') as HTMLSelectElement).value).toBe(
      'municipality-viewer',
    );
    expect(done).toEqual([['Ole', 'municipality-submitter']]);
    expect(seen).toEqual([]);
    come();
    await settle();
    expect(seen).toEqual([expect.stringContaining('Ole kan nå sende inn')]);
  });

  it('are removed after a question, and the keyboard is left at the heading', async () => {
    const { page, done, words, settle } = await open();
    const dialog = page.querySelector('dialog') as HTMLDialogElement;
    const [, remove] = page.querySelectorAll<HTMLButtonElement>('.office-people button');
    dialog.showModal = () =>
      setTimeout(() => {
        dialog.returnValue = 'yes';
        dialog.dispatchEvent(new Event('close'));
      });
    remove?.click();
    await settle();
    await settle();
    expect(done).toEqual([['Ole']]);
    expect(words()).toContain('Tilgangen er avsluttet');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('are listed with how they came in, and what was changed', async () => {
    const { words } = await open();
    expect(words()).toContain('Lagt til av Kari 11. januar 2027');
    expect(words()).toContain('Kom inn med kommunens organisasjonsnummer 11. januar 2027');
    expect(words()).toContain('Kari ga Ole rett til å skrive');
    expect(words()).toContain('Noen avsluttet tilgangen til Per');
  });

  it('are only read by those who may not change them', async () => {
    const { page, words } = await open(false);
    expect(page.querySelectorAll('form:not([method]), select')).toHaveLength(0);
    expect(words()).toContain('Sende inn');
  });

  it('are invited by name and address', async () => {
    const { done, fill, submit, words } = await open();
    await fill('name', ' Per Aas ');
    await fill('email', 'per@kommune.example');
    await submit();
    expect(done).toEqual([
      [{ name: 'Per Aas', email: 'per@kommune.example', role: 'municipality-editor' }],
    ]);
    expect(words()).toContain('Per Aas har fått en e-post med lenke');
  });

  it('need a name and an address before anything is sent', async () => {
    const { page, done, submit } = await open();
    await submit();
    const links = [...page.querySelectorAll('ds-error-summary a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#name', '#email']);
    expect(done).toEqual([]);
  });

  it('are told apart from those who are there already, and what was written stays', async () => {
    const { page, refuse, fill, submit, words } = await open();
    refuse({ refusal: 'bad-input', fields: [{ path: 'email', reason: 'already-colleague' }] });
    await fill('name', 'Ole');
    await fill('email', 'ole@kommune.example');
    await submit();
    expect(words()).toContain('er en kollega allerede');
    expect((page.querySelector('#email') as HTMLInputElement).value).toBe('ole@kommune.example');
  });

  it('get another right, and a change of the own right is seen at once', async () => {
    const { done, choose, words } = await open();
    await choose('Ole', 'municipality-submitter');
    expect(words()).toContain('Ole kan nå sende inn');
    await choose('Kari', 'municipality-viewer');
    expect(done).toEqual([
      ['Ole', 'municipality-submitter'],
      ['Kari', 'municipality-viewer'],
      ['refresh'],
    ]);
  });

  it('keep the last one who can send in, and say so', async () => {
    const { page, refuse, choose } = await open();
    refuse({ refusal: 'last-submitter' });
    await choose('Kari', 'municipality-editor');
    expect(page.querySelector('[role=alert]')?.textContent).toContain(
      'den siste som kan sende inn',
    );
    expect((page.querySelector('#right-Kari') as HTMLSelectElement).value).toBe(
      'municipality-submitter',
    );
  });
});
