import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { ReadingPlanView } from '@award/scoring/contract';
import { ReadingPlan } from './reading-plan';

const AT = '/api/editions/edition/classes/small/reading-plan';
const view = (change: Partial<ReadingPlanView> = {}): ReadingPlanView => ({
  readings: null,
  provisional: true,
  entries: 13,
  seats: [{ seatId: 's', name: 'Kari Nordli', house: 'KS', entries: 13 }],
  short: 0,
  ...change,
});

describe('who reads what, for the secretariat', () => {
  let fixture: ComponentFixture<ReadingPlan>;
  let server: HttpTestingController;
  let element: HTMLElement;

  async function open(answer: ReadingPlanView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    fixture = TestBed.createComponent(ReadingPlan);
    fixture.componentRef.setInput('editionId', 'edition');
    fixture.componentRef.setInput('classCode', 'small');
    server = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement;
    await settle();
    server.expectOne(AT).flush(answer);
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  async function save(): Promise<void> {
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('starts from everybody reading everything, and asks for a number only when it is shared out', async () => {
    await open(view());
    expect(element.querySelector<HTMLInputElement>('#plan-all')?.checked).toBe(true);
    expect(element.querySelector('#plan-readings')).toBeNull();
    expect(element.querySelector('table')).toBeNull();
    element.querySelector<HTMLInputElement>('#plan-share')?.click();
    await settle();
    await save();
    const request = server.expectOne(AT);
    expect([request.request.method, request.request.body]).toEqual(['PUT', { readings: 4 }]);
    request.flush(view({ readings: 4, short: 2 }));
    await settle();
    expect(text()).toContain('2 forslag får færre lesere enn ønsket');
    expect(text()).toContain('Kari Nordli');
  });

  it('goes back to everybody reading everything', async () => {
    await open(view({ readings: 3 }));
    expect(element.querySelector<HTMLInputElement>('#plan-readings')?.value).toBe('3');
    element.querySelector<HTMLInputElement>('#plan-all')?.click();
    await settle();
    await save();
    expect(server.expectOne(AT).request.body).toEqual({ readings: null });
  });

  it('is only to be read once scoring has opened', async () => {
    await open(view({ readings: 3, provisional: false }));
    expect(element.querySelector('button')).toBeNull();
    expect(element.querySelector('fieldset')?.disabled).toBe(true);
    expect(text()).not.toContain('Foreløpig');
  });

  it('says why it was refused', async () => {
    await open(view());
    await save();
    server.expectOne(AT).flush({ refusal: 'wrong-stage' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(element.querySelector('ui-failure')).not.toBeNull();
  });
});
