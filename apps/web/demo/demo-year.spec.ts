import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { AccessClient } from '@award/access/web';
import type { DemoYearView, MeView, SampleStop } from '@award/access/contract';
import { DemoClient } from './demo-client';
import { DemoYear } from './demo-year';
import { PageLoad } from './page-load';

const VIEW: DemoYearView = {
  year: 2027,
  editionId: 'first',
  stop: 'judging',
  stops: ['planned', 'open', 'judging', 'deliberation'],
  now: '2027-02-05T09:00:00.000Z',
  playing: false,
};
const NOBODY: MeView = { person: null, grants: [], acting: null, demo: true, csrf: null };
const KARI: MeView = { ...NOBODY, person: { id: 'kari', name: 'Kari', language: 'nb' } };

interface Scene {
  view?: DemoYearView;
  refuses?: string;
  /** Who is there before and after the year has moved. */
  people?: [MeView, MeView];
  at?: string;
}

/** The bar on a page, and what it asks for and does. */
async function bar({ view = VIEW, refuses, people = [NOBODY, NOBODY], at = '/' }: Scene = {}) {
  const done: string[] = [];
  let moved = false;
  const refusal = () =>
    new HttpErrorResponse({
      status: refuses === 'not-found' ? 404 : 409,
      error: { refusal: refuses },
    });
  const demo = {
    year: () => (refuses === 'not-found' ? Promise.reject(refusal()) : Promise.resolve(view)),
    goTo: (stop: SampleStop) => {
      if (refuses) return Promise.reject(refusal());
      moved = true;
      done.push(stop);
      const back = view.stops.indexOf(stop) <= view.stops.indexOf(view.stop);
      return Promise.resolve({ ...view, stop, editionId: back ? 'second' : 'first' });
    },
  };
  const page = {
    again: () => done.push('loaded anew'),
    goTo: (address: string) => done.push(`sent to ${address}`),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: DemoClient, useValue: demo },
      { provide: PageLoad, useValue: page },
      { provide: AccessClient, useValue: { me: () => Promise.resolve(people[moved ? 1 : 0]) } },
      provideRouter([{ path: '**', children: [] }]),
    ],
  });
  await TestBed.inject(Router).navigateByUrl(at);
  const fixture = TestBed.createComponent(DemoYear);
  const settle = async () => {
    await new Promise((later) => setTimeout(later));
    await fixture.whenStable();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  return {
    element,
    done,
    go: async (stop: SampleStop) => {
      const list = element.querySelector('select');
      if (!list) throw new Error('no list of stops');
      list.value = stop;
      list.dispatchEvent(new Event('change'));
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
      await settle();
      return done;
    },
  };
}

describe('the bar of the sample year', () => {
  beforeEach(() => sessionStorage.clear());

  it('says what the clock is and where the year has come', async () => {
    const { element } = await bar();
    const text = element.querySelector('summary')?.textContent;
    expect(text).toContain('Klokka i eksempelet: fredag 5. februar 2027.');
    expect(text).toContain('Juryen vurderer');
  });

  it('suggests the next stop', async () => {
    expect((await bar()).element.querySelector('select')?.value).toBe('deliberation');
  });

  it.each<[string, Scene, SampleStop, string[]]>([
    ['forward, the page is loaded anew', {}, 'deliberation', ['deliberation', 'loaded anew']],
    ['back on a public page too', { at: '/arkiv' }, 'open', ['open', 'loaded anew']],
    [
      'back in an area, its start is shown',
      { at: '/sekretariat/kaaringer/first', people: [KARI, KARI] },
      'planned',
      ['planned', 'sent to /sekretariat'],
    ],
    [
      'forward in an area, the page stays',
      { at: '/jury/forslag/1', people: [KARI, KARI] },
      'deliberation',
      ['deliberation', 'loaded anew'],
    ],
    [
      'back with a role that is gone, one signs in again',
      { at: '/jury/forslag/1', people: [KARI, NOBODY] },
      'planned',
      ['planned', 'sent to /logg-inn'],
    ],
  ])('%s', async (_, scene, stop, done) => {
    expect(await (await bar(scene)).go(stop)).toEqual(done);
  });

  it('says after the loading that one was signed out, once', async () => {
    await (await bar({ at: '/jury', people: [KARI, NOBODY] })).go('planned');
    TestBed.resetTestingModule();
    expect((await bar()).element.textContent).toContain('Du er logget ut');
    TestBed.resetTestingModule();
    expect((await bar()).element.textContent).not.toContain('Du er logget ut');
  });

  it('says why it did not move, and can be asked again', async () => {
    const { element, done, go } = await bar({ refuses: 'still-running' });
    await go('deliberation');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('ikke ferdig');
    expect(element.querySelector('select')?.disabled).toBe(false);
    expect(done).toEqual([]);
  });

  it('waits while somebody else moves the year', async () => {
    const { element, go } = await bar({ view: { ...VIEW, playing: true } });
    expect(element.textContent).toContain('Noen andre flytter året');
    expect(await go('deliberation')).toEqual([]);
  });

  it('is not there where there is no sample year', async () => {
    expect((await bar({ refuses: 'not-found' })).element.textContent?.trim()).toBe('');
  });
});
