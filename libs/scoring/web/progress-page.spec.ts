import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MeView } from '@award/access/contract';
import { Session } from '@award/access/web';
import type { ScoringProgressView } from '@award/scoring/contract';
import { ProgressPage } from './progress-page';

const AT = '/api/editions/edition/classes/small/scoring';
const words = (nb: string) => ({ nb, nn: nb, en: nb });
const progress = (change: Partial<ScoringProgressView>): ScoringProgressView => ({
  editionId: 'edition',
  classCode: 'small',
  className: words('Små kommuner'),
  stage: 'scoring',
  quorum: 3,
  scoringClosesAt: null,
  ruleRegisteredAt: null,
  ruleHash: null,
  eligibleEntries: 13,
  openingObstacles: [],
  closingObstacles: [],
  missingSheets: 0,
  mayOpen: false,
  maySkip: false,
  mayClose: true,
  mayOpenSecondRound: true,
  secondRound: null,
  seats: [],
  coverage: [],
  ...change,
});

describe('how far the class has come, for who leads', () => {
  let fixture: ComponentFixture<ProgressPage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
  });

  async function open(change: Partial<ScoringProgressView>): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    const acting = { id: 'g', role: 'jury-leader', editionId: 'edition', classCode: 'small' };
    server.expectOne('/api/me').flush({ acting, grants: [acting] } as unknown as MeView);
    await loaded;
    fixture = TestBed.createComponent(ProgressPage);
    element = fixture.nativeElement;
    await settle();
    server.expectOne(AT).flush(progress(change));
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  async function confirm(): Promise<void> {
    const dialog = element.querySelector<HTMLDialogElement>('dialog[open]');
    if (!dialog) throw new Error('Nothing is asked');
    dialog.returnValue = 'yes';
    dialog.open = false;
    dialog.dispatchEvent(new Event('close'));
    await settle();
  }
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const buttons = (label: string) =>
    [...element.querySelectorAll('button')].filter((one) => one.textContent?.includes(label));

  it('opens the second round after asking, with what is missing acknowledged', async () => {
    await open({ missingSheets: 2 });
    expect(text()).toContain('2 vurderinger mangler i første runde');
    buttons('Åpne andre runde')[0]?.click();
    await settle();
    await confirm();
    const request = server.expectOne(`${AT}/second-round`);
    expect(request.request.body).toEqual({ acknowledgeMissing: true });
    const secondRound = { openedAt: '2027-02-10T10:00:00.000Z', asked: 30, locked: 0 };
    request.flush(progress({ mayOpenSecondRound: false, secondRound }));
    await settle();
    expect(text()).toContain('0 av 30 vurderinger er avsluttet');
    expect(buttons('Åpne andre runde')).toHaveLength(1);
  });

  it('offers none where there is none to open', async () => {
    await open({ mayOpenSecondRound: false });
    expect(element.querySelector('#second-heading')).toBeNull();
    expect(text()).toContain('Avslutt vurderingen i kategorien');
  });

  it('tells why the server refused, and looks again', async () => {
    await open({});
    buttons('Åpne andre runde')[0]?.click();
    await settle();
    await confirm();
    server
      .expectOne(`${AT}/second-round`)
      .flush({ refusal: 'unresolved-declarations' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(element.querySelector('ui-failure')).not.toBeNull();
    server.expectOne(AT).flush(progress({}));
  });
});
