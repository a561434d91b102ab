import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input, TransferState } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PublicView } from '@award/publication/contract';
import { PUBLIC_VIEW, publicView, Site } from './public-view';

@Component({ template: '{{ view().page }}' })
class Page {
  readonly view = input.required<PublicView<string>>();
}

const site = { demo: true, publicUrl: '', accessibilityStatement: null, contactEmail: null };
const viewOf = (page: string): PublicView<string> => ({ status: 200, site, page });

function setUp(handed: PublicView | null, transferred = new TransferState()) {
  localStorage.clear();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          {
            path: '**',
            component: Page,
            resolve: { view: publicView },
            runGuardsAndResolvers: 'always',
          },
        ],
        withComponentInputBinding(),
      ),
      { provide: TransferState, useValue: transferred },
      { provide: PUBLIC_VIEW, useValue: handed },
    ],
  });
  return { server: TestBed.inject(HttpTestingController), transferred };
}

const text = (harness: RouterTestingHarness) => harness.routeNativeElement?.textContent;

describe('the view of a public page', () => {
  it('is handed over on the server and kept for the browser', async () => {
    const { server, transferred } = setUp(viewOf('Rauma'));
    const rendered = await RouterTestingHarness.create('/arkiv/2021');
    expect(text(rendered)).toBe('Rauma');
    server.verify();

    const browser = setUp(null, transferred);
    const hydrated = await RouterTestingHarness.create('/arkiv/2021');
    expect(text(hydrated)).toBe('Rauma');
    expect(TestBed.inject(Site).facts()).toEqual(site);
    browser.server.verify();
  });

  it('is asked for when one goes on to another page', async () => {
    const { transferred } = setUp(viewOf('Rauma'));
    await RouterTestingHarness.create('/arkiv/2021');
    const { server } = setUp(null, transferred);
    const harness = await RouterTestingHarness.create('/arkiv/2021');
    const going = harness.navigateByUrl('/kommuner?sok=tys#treff');
    await new Promise((resolve) => setTimeout(resolve));
    const asked = server.expectOne((request) => request.url === '/api/public/view');
    expect([asked.request.params.get('path'), asked.request.params.get('language')]).toEqual([
      '/kommuner?sok=tys',
      'nb',
    ]);
    asked.flush(viewOf('Tysvær'));
    await going;
    expect(text(harness)).toBe('Tysvær');
  });
});
