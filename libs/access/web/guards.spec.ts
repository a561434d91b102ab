import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MeView } from '@award/access/contract';
import { AccessClient } from './access-client';
import { holding, onSide, signedIn } from './guards';
import { anonymous, grant, kari } from './testing/people';

@Component({ template: 'innhold' })
class Page {}

async function goTo(url: string, me: MeView): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      { provide: AccessClient, useValue: { me: () => Promise.resolve(me) } },
      provideRouter([
        { path: 'jury', canActivate: [onSide('jury')], component: Page },
        { path: 'jury/vurder', canActivate: [holding('sheet:write')], component: Page },
        { path: 'min', canActivate: [signedIn], component: Page },
        { path: 'logg-inn', component: Page },
        { path: 'velg-rolle', component: Page },
        { path: 'ingen-tilgang', component: Page },
      ]),
    ],
  });
  await RouterTestingHarness.create(url);
  return TestBed.inject(Router).lastSuccessfulNavigation()?.finalUrl?.toString() ?? '';
}

describe('who may open a page', () => {
  const juror = grant('juror');
  const secretary = grant('secretary');
  it.each([
    ['a juror opens the pages of the jury', '/jury', kari(juror), '/jury'],
    [
      'nobody signs in first, and comes back to where they were going',
      '/jury?klasse=small',
      anonymous,
      '/logg-inn?til=%2Fjury%3Fklasse%3Dsmall',
    ],
    [
      'a juror who acts as secretary chooses the other role',
      '/jury',
      kari(secretary, juror),
      '/velg-rolle?til=%2Fjury',
    ],
    ['a secretary is told that the page is not theirs', '/jury', kari(secretary), '/ingen-tilgang'],
    ['someone without any role is told so too', '/jury', kari(), '/ingen-tilgang'],
    ['the permission opens the page', '/jury/vurder', kari(juror), '/jury/vurder'],
    ['without the permission it stays closed', '/jury/vurder', kari(secretary), '/ingen-tilgang'],
    ['a page for all who are signed in', '/min', kari(), '/min'],
    ['and for nobody else', '/min', anonymous, '/logg-inn?til=%2Fmin'],
  ])('%s', async (_, url, me, expected) => {
    expect(await goTo(url, me)).toBe(expected);
  });
});
