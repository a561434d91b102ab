import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Permission } from '@award/award';
import { Session } from '@award/access/web';
import type { EditionView } from '@award/editions/contract';
import { EditionSetupPage } from './edition-setup-page';
import { EditionsClient } from './editions-client';
import { anEdition } from './testing';

// jsdom has no modal dialogs: a confirmed one closes with its answer at once.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};

async function open(
  edition: EditionView,
  del?: string,
  may: (permission: Permission) => boolean = () => true,
) {
  const acts: string[] = [];
  const client = {
    one: async () => edition,
    openCall: async () => {
      acts.push('open');
      return { ...edition, phase: 'open' as const, lockVersion: edition.lockVersion + 1 };
    },
    reopenCall: async (_id: string, order: { deadline: string; reason: string }) => {
      acts.push(`reopen ${order.deadline} ${order.reason}`);
      throw new HttpErrorResponse({ status: 409, error: { refusal: 'wrong-phase' } });
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: EditionsClient, useValue: client },
      { provide: Session, useValue: { may, acting: signal({ editionId: null }) } },
    ],
  });
  const fixture = TestBed.createComponent(EditionSetupPage);
  fixture.componentRef.setInput('id', edition.id);
  if (del) fixture.componentRef.setInput('del', del);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  await settle();
  const press = async (label: string) => {
    const button = [...page.querySelectorAll('button')].find((one) =>
      one.textContent?.includes(label),
    );
    if (!button) throw new Error(`no button ${label}`);
    button.click();
    await settle();
  };
  return {
    page,
    acts,
    press,
    settle,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    answer: async (value: 'yes' | 'no') => {
      const dialog = page.querySelector('dialog[open]') as HTMLDialogElement;
      dialog.returnValue = value;
      dialog.open = false;
      dialog.dispatchEvent(new Event('close'));
      await settle();
    },
    submit: async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    fill: async (id: string, value: string) => {
      const field = page.querySelector(`#${id}`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle();
    },
  };
}

describe('one edition', () => {
  it.each([
    [undefined, 'Tidsplan'],
    ['kategorier', 'Kategorier'],
    ['momenter', 'Vurderingsmomenter'],
    ['tekster', 'Utlysning'],
    ['scenen', 'Kåringen på scenen'],
    ['presse', 'Pressekontakter'],
    ['regler', 'Regler for juryen'],
    ['noe-annet', 'Tidsplan'],
  ])('shows the part that the address names (%s)', async (del, heading) => {
    const { page } = await open(anEdition(), del);
    expect(page.querySelector('section h2')?.textContent?.trim()).toBe(heading);
    expect(page.querySelector('.section-nav [aria-current=page]')?.textContent).toBe(heading);
  });

  it('opens the call when it is confirmed, and not before', async () => {
    const { acts, press, answer, words } = await open(anEdition());
    await press('Åpne for forslag nå');
    await answer('no');
    expect(acts).toEqual([]);
    await press('Åpne for forslag nå');
    await answer('yes');
    expect(acts).toEqual(['open']);
    expect(words()).toContain('Åpen for forslag');
  });

  it('lists what is missing instead of a button that would be refused', async () => {
    const { words } = await open(anEdition({ criteria: [], classes: [] }));
    expect(words()).toContain('Før det kan åpnes:');
    expect(words()).toContain('Skriv minst ett vurderingsmoment som teller');
    expect(words()).toContain('La kategoriene dekke alle folketall');
    expect(words()).not.toContain('Åpne for forslag nå');
  });

  it('reopens a closed call with a new deadline and a reason, and keeps both when refused', async () => {
    const { acts, page, press, submit, fill, words } = await open(
      anEdition({ phase: 'closed', now: '2027-01-28T10:00:00.000Z' }),
    );
    await press('Åpne igjen med ny frist');
    await submit();
    const links = [...page.querySelectorAll('ds-error-summary a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(['#new-deadline', '#reopen-reason']);
    await fill('new-deadline', '2027-01-30T12:00');
    await fill('reopen-reason', 'Tjenesten var nede');
    await submit();
    expect(acts).toEqual(['reopen 2027-01-30T11:00:00.000Z Tjenesten var nede']);
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect((page.querySelector('#reopen-reason') as HTMLTextAreaElement).value).toBe(
      'Tjenesten var nede',
    );
    expect(words()).toContain('Ny frist');
  });

  it('names what is wrong with whom the press may ring, and keeps what is typed', async () => {
    const { page, press, fill, settle, words } = await open(
      anEdition({
        pressContacts: [{ name: 'Kari Vik', role: 'KS', phone: '+4722132100', email: '' }],
      }),
      'presse',
    );
    const phone = (at: number) => page.querySelector<HTMLInputElement>(`#phone-${at}`)?.value;
    expect(phone(0)).toBe('22 13 21 00');
    await press('Legg til en kontakt');
    await fill('name-1', 'Ola Nordli');
    await fill('phone-1', '02800');
    page.querySelector('editions-press-section form')?.dispatchEvent(new Event('submit'));
    await settle();
    const links = [...page.querySelectorAll('ds-error-summary a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(['#phone-1']);
    expect(words()).toContain('Skriv åtte sifre, eller et utenlandsk nummer med + og landkode');
    expect([phone(0), phone(1)]).toEqual(['22 13 21 00', '02800']);
    await press('Ta bort kontakt 2');
    expect(phone(1)).toBeUndefined();
  });

  it('shows who changed what and why', async () => {
    const { words } = await open(
      anEdition({
        phase: 'open',
        changes: [
          {
            id: 'c',
            at: '2027-01-26T10:00:00.000Z',
            by: 'Solveig Tangen',
            what: 'deadline',
            before: '2027-01-27T11:00:00.000Z',
            after: '2027-01-29T11:00:00.000Z',
            reason: 'Tjenesten var nede',
          },
        ],
      }),
    );
    expect(words()).toContain('Frist for forslag');
    expect(words()).toContain('Tjenesten var nede');
    expect(words()).toContain('Solveig Tangen');
  });

  it.each([
    [
      'the rule is registered',
      anEdition({
        phase: 'judging',
        ruleRegisteredAt: '2027-01-28T10:00:00.000Z',
        ruleHash: 'abc',
      }),
      'regler',
    ],
    [
      'it was carried over as published',
      anEdition({ phase: 'archived', asPublished: true }),
      'kategorier',
    ],
  ])('is to read only when %s', async (_case, edition, del) => {
    const { page, words } = await open(edition, del);
    expect([...page.querySelectorAll('form button[type=submit]')]).toEqual([]);
    expect(words()).toMatch(/kan ikke endres/);
  });

  it('is to read only for those who may not change it', async () => {
    const { page } = await open(
      anEdition(),
      'tekster',
      (permission) => permission === 'edition:read',
    );
    expect([...page.querySelectorAll('button')].map((one) => one.textContent?.trim())).toEqual([]);
  });
});
