import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Session } from '@award/access/web';
import type { NameSuccessor as Order, SuccessorsView } from '@award/eligibility/contract';
import { EligibilityClient } from './eligibility-client';
import { NameSuccessor } from './name-successor';

const HEIM = { id: 'heim', name: 'Heim', countyName: 'Trøndelag' };
const HITRA = { id: 'hitra', name: 'Hitra', countyName: 'Trøndelag' };

class FakeClient {
  view: SuccessorsView = { candidates: [HEIM, HITRA], named: null };
  orders: Order[] = [];
  refusal: string | null = null;

  successors = async () => this.view;
  nameSuccessor = async (_id: string, order: Order) => {
    if (this.refusal)
      throw new HttpErrorResponse({ status: 409, error: { refusal: this.refusal } });
    this.orders.push(order);
    const { municipalityId, reason } = order;
    this.view = {
      ...this.view,
      named: { municipalityId, reason, by: null, at: '2027-06-02T08:00:00.000Z' },
    };
  };
}

async function open(change: (client: FakeClient) => void = () => undefined, may = true) {
  const client = new FakeClient();
  change(client);
  TestBed.configureTestingModule({
    providers: [
      { provide: EligibilityClient, useValue: client },
      { provide: Session, useValue: { may: () => may } },
    ],
  });
  const fixture = TestBed.createComponent(NameSuccessor);
  fixture.componentRef.setInput('entryId', 'entry');
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  await settle();
  return {
    client,
    page,
    words: () => page.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    options: () => [...page.querySelectorAll('option')].map(({ value }) => value),
    name: async (reason: string) => {
      const text = page.querySelector('textarea') as HTMLTextAreaElement;
      text.value = reason;
      text.dispatchEvent(new Event('input'));
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('who answers for the entry of a divided municipality', () => {
  it('is not asked about when the municipality was not divided', async () => {
    const { words } = await open((client) => (client.view = { candidates: [], named: null }));
    expect(words()).toBe('');
  });

  it('is named among those it was divided into, with a reason', async () => {
    const { client, options, name, words } = await open();
    expect(options()).toEqual(['heim', 'hitra']);
    await name('  ');
    expect(words()).toContain('Skriv en begrunnelse.');
    expect(client.orders).toEqual([]);
    await name('De fleste ansatte gikk dit.');
    expect(client.orders).toEqual([
      { municipalityId: 'heim', reason: 'De fleste ansatte gikk dit.' },
    ]);
    expect(words()).toContain('Heim svarer for forslaget');
    expect(options()).toEqual(['hitra']);
  });

  it('says why it was refused, and keeps the reason', async () => {
    const { page, name, words } = await open((client) => (client.refusal = 'already-decided'));
    await name('De fleste ansatte gikk dit.');
    expect(words()).toContain('Dette er allerede vedtatt.');
    expect(page.querySelector('textarea')?.value).toBe('De fleste ansatte gikk dit.');
  });

  it('is shown without a form to those who may only read', async () => {
    const { page, words } = await open(undefined, false);
    expect(words()).toContain('Kommunen er delt');
    expect(page.querySelector('form')).toBeNull();
  });
});
