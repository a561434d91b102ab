import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DeliveryTrouble, PartnerStanding } from '@award/award';
import { Session } from '@award/access/web';
import type { PartnerRowView, PartnersView } from '@award/endorsements/contract';
import { EndorsementsClient } from './endorsements-client';
import { PartnerTrouble } from './partner-trouble';
import { UndeliveredPartners } from './undelivered-partners';

const row = (
  standing: PartnerStanding = 'asked',
  trouble: DeliveryTrouble = 'no-such-address',
): PartnerRowView => ({
  id: 'partner',
  name: 'Nordvik Bygg',
  organisationNumber: null,
  email: 'post@nordvik.example',
  origin: 'municipality',
  askedAt: '2027-01-10T11:00:00.000Z',
  expiresAt: '2027-02-09T11:00:00.000Z',
  standing,
  contributions: [],
  undelivered: { trouble, words: '550 no', reportedAt: '2027-01-10T11:05:00.000Z' },
});

class FakeClient {
  mended: string[] = [];
  again = 0;
  refusal: string | null = null;
  private answer(): PartnersView {
    if (this.refusal)
      throw new HttpErrorResponse({ status: 409, error: { refusal: this.refusal } });
    return { partners: [] } as unknown as PartnersView;
  }
  mendAddress = async (_id: string, { email }: { email: string }) => {
    const view = this.answer();
    this.mended.push(email);
    return view;
  };
  askAgain = async () => {
    const view = this.answer();
    this.again += 1;
    return view;
  };
  undelivered = async (id: string) => (id === 'entry' ? 2 : 0);
}

const settled = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

async function open(shown: PartnerRowView, mayAsk = true) {
  const client = new FakeClient();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: EndorsementsClient, useValue: client }],
  });
  const fixture = TestBed.createComponent(PartnerTrouble);
  fixture.componentRef.setInput('row', shown);
  fixture.componentRef.setInput('mayAsk', mayAsk);
  const changes: PartnersView[] = [];
  fixture.componentInstance.changed.subscribe((view) => changes.push(view));
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const settle = async () => {
    await settled();
    await fixture.whenStable();
  };
  await settle();
  const buttons = () =>
    [...page.querySelectorAll('button')].map((one) => one.textContent?.trim() ?? '');
  return {
    client,
    page,
    changes,
    buttons,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    press: async (label: string) => {
      [...page.querySelectorAll('button')].find((one) => one.textContent?.includes(label))?.click();
      await settle();
    },
    mend: async (email: string) => {
      const field = page.querySelector('input') as HTMLInputElement;
      field.value = email;
      field.dispatchEvent(new Event('input'));
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('the mail to a partner that came back', () => {
  it.each<[PartnerStanding, DeliveryTrouble, string, string[]]>([
    ['asked', 'no-such-address', 'Adressen finnes ikke.', ['Rett adressen til Nordvik Bygg']],
    [
      'asked',
      'mailbox-full',
      'Postkassen er full.',
      ['Rett adressen til Nordvik Bygg', 'Send på nytt til Nordvik Bygg'],
    ],
    ['expired', 'mailbox-full', 'Postkassen er full.', ['Rett adressen til Nordvik Bygg']],
  ])('of one who is %s: %s', async (standing, trouble, words, acts) => {
    const shown = await open(row(standing, trouble));
    expect(shown.words()).toContain(words);
    expect(shown.buttons()).toEqual(acts);
  });

  it('is shown without buttons to those who may only read', async () => {
    const { words, buttons } = await open(row(), false);
    expect(words()).toContain('E-posten kom ikke fram');
    expect(buttons()).toEqual([]);
  });

  it('is mended with another address, never the same or none', async () => {
    const { client, press, mend, words, changes } = await open(row());
    await press('Rett adressen');
    expect(document.activeElement?.id).toBe('mend-partner');
    await mend('post@nordvik.example');
    expect(words()).toContain('Dette er adressen som ikke virket');
    await mend('nordvik');
    expect(words()).toContain('Skriv en e-postadresse');
    expect(client.mended).toEqual([]);
    await mend(' Ny@Nordvik.example ');
    expect([client.mended, changes.length]).toEqual([['ny@nordvik.example'], 1]);
  });

  it('says why the new address was refused, and keeps it', async () => {
    const { client, page, press, mend, words, changes } = await open(row());
    client.refusal = 'already-asked';
    await press('Rett adressen');
    await mend('ny@nordvik.example');
    expect(words()).toContain('Denne er allerede spurt.');
    expect(page.querySelector('input')?.value).toBe('ny@nordvik.example');
    expect(changes).toEqual([]);
  });

  it('is sent again at one press', async () => {
    const { client, press, changes } = await open(row('asked', 'not-reached'));
    await press('Send på nytt');
    expect([client.again, changes.length]).toEqual([1, 1]);
  });
});

describe('on the page of the entry', () => {
  it.each([
    [
      'the count, with the way there',
      'entry',
      true,
      'E-posten nådde ikke fram til 2 av partnerne.',
    ],
    ['nothing when all arrived', 'other', true, ''],
    ['nothing to those who may not see the partners', 'entry', false, ''],
  ])('stands %s', async (_what, nominationId, may, expected) => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: EndorsementsClient, useValue: new FakeClient() },
        { provide: Session, useValue: { may: () => may } },
      ],
    });
    const fixture = TestBed.createComponent(UndeliveredPartners);
    fixture.componentRef.setInput('nominationId', nominationId);
    fixture.detectChanges();
    await settled();
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent?.trim() ?? '').toContain(expected);
    expect(page.querySelector('a')?.getAttribute('href') ?? null).toBe(
      expected === '' ? null : '/kommune/partnere',
    );
  });
});
