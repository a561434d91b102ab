import { HttpErrorResponse } from '@angular/common/http';
import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { IdentitiesView } from '@award/access/contract';
import { AccessClient } from './access-client';
import { IdentitiesPage } from './identities-page';
import { Session } from './session';

const since = '2027-01-11T09:00:00.000Z';
const VIEW: IdentitiesView = {
  identities: [
    { id: 'a', kind: 'email', name: 'kari@ks.example', since, mayEnd: false },
    { id: 'b', kind: 'openid', name: 'KS', since, mayEnd: true },
  ],
  others: [{ key: 'ansattporten', name: 'Ansattporten' }],
  sessions: 3,
};

async function open(query: { avvist?: string; knyttet?: string } = {}) {
  const done: unknown[] = [];
  let refusal: string | null = null;
  const act = async (what: unknown) => {
    if (refusal) throw new HttpErrorResponse({ status: 404, error: { refusal } });
    done.push(what);
  };
  const page = { location: { assign: (to: string) => done.push(to) } };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      {
        provide: AccessClient,
        useValue: {
          identities: async () => VIEW,
          beginLink: async (key: string, order: unknown) => {
            await act([key, order]);
            return { goOnTo: '/api/sign-in/openid/ansattporten?language=nb' };
          },
          endIdentity: act,
        },
      },
      { provide: Session, useValue: { signOutEverywhere: () => act('signed out') } },
    ],
  });
  TestBed.overrideComponent(IdentitiesPage, {
    set: { providers: [{ provide: DOCUMENT, useValue: page }] },
  });
  const fixture = TestBed.createComponent(IdentitiesPage);
  for (const [name, value] of Object.entries(query)) fixture.componentRef.setInput(name, value);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  return {
    done,
    refuse: (code: string) => (refusal = code),
    words: () => element.textContent?.replace(/\s+/g, ' ') ?? '',
    press: async (name: string) => {
      const buttons = [...element.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent?.includes(name))?.click();
      await settle();
    },
    element,
  };
}

describe('how one signs in', () => {
  it('shows what is linked, and lets an address stay', async () => {
    const { words, element } = await open();
    expect(words()).toContain('kari@ks.exampleKode på e-post');
    expect(words()).toContain('Steder du er logget inn nå: 3');
    expect(element.querySelectorAll('li button')).toHaveLength(1);
  });

  it('begins linking with a POST, and then leaves', async () => {
    const { done, press } = await open();
    await press('Knytt til Ansattporten');
    expect(done).toEqual([
      ['ansattporten', { language: 'nb' }],
      '/api/sign-in/openid/ansattporten?language=nb',
    ]);
  });

  it('ends a link, and leaves the keyboard at the heading', async () => {
    const { done, press } = await open();
    await press('Fjern');
    expect(done).toEqual(['b']);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('signs out everywhere and goes to the front page', async () => {
    const { done, press } = await open();
    await press('Logg ut overalt');
    expect(done).toEqual(['signed out']);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it.each([
    [{ knyttet: '1' }, 'Innloggingen er knyttet til deg'],
    [{ avvist: 'identity-taken' }, 'knyttet til en annen person'],
  ])('tells what came of it: %p', async (query, expected) => {
    expect((await open(query)).words()).toContain(expected);
  });

  it('says so when it fails', async () => {
    const { press, refuse, element } = await open();
    refuse('not-found');
    await press('Fjern');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Vi finner ikke');
  });
});
