import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { GiveRole, PersonWithRoles } from '@award/access/contract';
import { PeopleClient, Session } from '@award/access/web';
import { EditionsClient } from '@award/editions/web';
import { PeoplePage } from './people-page';

const person = (name: string, me = false): PersonWithRoles => ({
  personId: name,
  name,
  emails: [`${name.toLowerCase()}@ks.example`],
  me,
  roles: [
    {
      grantId: `grant-${name}`,
      role: 'secretary',
      editionId: null,
      editionYear: null,
      grantedAt: '2026-11-22T10:00:00.000Z',
      grantedBy: null,
    },
  ],
});

async function open(options: { may?: boolean; ownEdition?: string | null } = {}) {
  const given: GiveRole[] = [];
  let refusal: string | null = null;
  TestBed.configureTestingModule({
    providers: [
      {
        provide: PeopleClient,
        useValue: {
          list: async () => [person('Solveig', true), person('Amund')],
          give: async (order: GiveRole) => {
            if (refusal) throw new HttpErrorResponse({ status: 409, error: { refusal } });
            given.push(order);
          },
          end: async () => undefined,
        },
      },
      {
        provide: EditionsClient,
        useValue: {
          list: async () => [{ id: 'e27', year: 2027, phase: 'open', asPublished: false }],
        },
      },
      {
        provide: Session,
        useValue: {
          may: () => options.may ?? true,
          acting: signal({ editionId: options.ownEdition ?? null }),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(PeoplePage);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  await settle();
  return {
    page,
    given,
    refuse: (code: string) => (refusal = code),
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
  };
}

describe('the people of the secretariat', () => {
  it('gives a role and says to whom', async () => {
    const { given, fill, submit, words } = await open();
    await fill('name', ' Randi Myhre ');
    await fill('email', 'randi@nho.example');
    await submit();
    expect(given).toEqual([
      {
        name: 'Randi Myhre',
        email: 'randi@nho.example',
        language: 'nb',
        role: 'case-officer',
        editionId: null,
      },
    ]);
    expect(words()).toContain('Randi Myhre har fått rollen');
  });

  it('names what is missing before anything is sent', async () => {
    const { given, page, submit } = await open();
    await submit();
    const links = [...page.querySelectorAll('ds-error-summary a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(['#name', '#email']);
    expect(given).toEqual([]);
  });

  it('keeps what was written when the role is refused, and says why', async () => {
    const { page, refuse, fill, submit, words } = await open();
    refuse('other-role-held');
    await fill('name', 'Ola');
    await fill('email', 'ola@nho.example');
    await submit();
    expect(words()).not.toContain('har fått rollen');
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect((page.querySelector('#email') as HTMLInputElement).value).toBe('ola@nho.example');
  });

  it('gives roles of the own edition only, when acting in one', async () => {
    const { given, page, fill, submit } = await open({ ownEdition: 'e27' });
    expect(page.querySelector('#edition')).toBeNull();
    await fill('name', 'Ola');
    await fill('email', 'ola@nho.example');
    await submit();
    expect(given[0]?.editionId).toBe('e27');
    expect(
      [...page.querySelectorAll('button')].filter((one) => one.textContent?.includes('Avslutt:')),
    ).toEqual([]);
  });

  it('is a list to read for those who may not give roles', async () => {
    const { page, words } = await open({ may: false });
    expect(words()).toContain('Solveig');
    expect(page.querySelector('form:not([method=dialog])')).toBeNull();
  });
});
