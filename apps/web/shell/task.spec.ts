import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { AccessClient, Session } from '@award/access/web';
import { AreaFrame } from './area-frame';
import { AreaHome } from './area-home';
import { taskRoute } from './task';

@Component({ template: 'siden' })
class Page {}

const routes = [
  {
    path: 'jury',
    children: [
      {
        path: '',
        component: AreaFrame,
        children: [
          {
            path: '',
            pathMatch: 'full' as const,
            component: AreaHome,
            data: { heading: 'Juryen' },
          },
          taskRoute(
            { title: 'Les og vurder', note: 'I din kategori.', permission: 'sheet:write' },
            { path: 'vurder', component: Page },
          ),
          taskRoute(
            { title: 'Publiser', note: 'Med to nøkler.', permission: 'release:arm' },
            { path: 'publiser', component: Page },
          ),
          { path: 'hjelp', component: Page },
        ],
      },
    ],
  },
  { path: 'ingen-tilgang', component: Page },
];

/** Opens the address as somebody who acts in the role. */
async function open(url: string, role: string): Promise<HTMLElement> {
  const acting = { id: 'g', role, classCode: null, municipalityName: null };
  const me = { person: { id: 'p', name: 'Per', language: 'nb' }, grants: [acting], acting };
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes, withComponentInputBinding()),
      { provide: AccessClient, useValue: { me: () => Promise.resolve(me) } },
    ],
  });
  await TestBed.inject(Session).load();
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  return harness.fixture.nativeElement as HTMLElement;
}

const links = (page: HTMLElement, part: string) =>
  [...page.querySelectorAll(`${part} a`)].map(
    (link) => `${link.textContent?.trim()} ${link.getAttribute('href')}`,
  );

describe('the tasks of an area', () => {
  it('are those that the acting role may do, on the start page and in the navigation', async () => {
    const page = await open('/jury', 'juror');
    expect(links(page, '.task-list')).toEqual(['Les og vurder /jury/vurder']);
    expect(links(page, '.area-nav')).toEqual(['Oversikt /jury', 'Les og vurder /jury/vurder']);
    expect(page.querySelector('h1')?.textContent).toBe('Juryen');
  });

  it('are none for a role without any, and the page says so', async () => {
    const page = await open('/jury', 'municipality-viewer');
    expect(links(page, '.area-nav')).toEqual([]);
    expect(page.textContent).toContain('Det er ingenting du kan gjøre her nå');
  });

  it('open for those who hold the permission, and mark where one is', async () => {
    const page = await open('/jury/vurder', 'juror');
    expect(page.textContent).toContain('siden');
    expect(page.querySelector('.area-nav [aria-current=page]')?.textContent?.trim()).toBe(
      'Les og vurder',
    );
  });

  it('stay closed for others, whoever typed the address', async () => {
    await open('/jury/publiser', 'juror');
    expect(TestBed.inject(Router).lastSuccessfulNavigation()?.finalUrl?.toString()).toBe(
      '/ingen-tilgang',
    );
  });
});
