import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { InvitationDraft, InvitationOrder, InvitationPreview } from '@award/outreach/contract';
import { InviteForm } from './invite-form';
import { OutreachClient } from './outreach-client';

class FakeServer {
  previewed: InvitationDraft[][] = [];
  invited: InvitationOrder[][] = [];
  refuses: string | null = null;
  refusesOne = false;

  preview = async (_edition: string, rows: InvitationDraft[]): Promise<InvitationPreview[]> => {
    this.previewed.push(rows);
    return rows.map(({ number = '', email, name = '' }, at) => ({
      municipalityId: `id-${number}`,
      number,
      name: number === '9999' ? null : `Rauma (Møre og Romsdal)`,
      email,
      personName: name,
      outcome: number === '9999' ? 'unknown-municipality' : at === 1 ? 'already-invited' : 'new',
      otherDomain: email.endsWith('gmail.example'),
    }));
  };
  invite = async (_edition: string, invitations: InvitationOrder[]) => {
    if (this.refuses)
      throw new HttpErrorResponse({ status: 409, error: { refusal: this.refuses } });
    this.invited.push(invitations);
    const [first] = invitations;
    return this.refusesOne && first
      ? {
          invited: invitations.length - 1,
          already: 0,
          refused: [{ at: 0, email: first.email, reason: 'other-role-held' as const }],
        }
      : { invited: invitations.length, already: 0, refused: [] };
  };
}

async function open(suggested = '') {
  const server = new FakeServer();
  TestBed.configureTestingModule({ providers: [{ provide: OutreachClient, useValue: server }] });
  const fixture = TestBed.createComponent(InviteForm);
  fixture.componentRef.setInput('editionId', 'edition');
  fixture.componentRef.setInput('suggested', suggested);
  const told: number[] = [];
  fixture.componentInstance.invited.subscribe((count) => told.push(count));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const press = async (label: string) => {
    const button = [...page.querySelectorAll('button')].find((one) =>
      one.textContent?.includes(label),
    );
    if (!button) throw new Error(`no button ${label}`);
    button.click();
    await settle();
  };
  return {
    server,
    told,
    press,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    area: () => page.querySelector('textarea') as HTMLTextAreaElement,
    show: async (text?: string) => {
      const area = page.querySelector('textarea') as HTMLTextAreaElement;
      if (text !== undefined) {
        area.value = text;
        area.dispatchEvent(new Event('input'));
      }
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('inviting municipalities', () => {
  it('shows who and how many before anything is sent, and invites only the new ones', async () => {
    const { server, told, show, press, words } = await open();
    await show('1539; rad@rauma.example; Kari Nordli\n1539; post@rauma.example\n9999; x@y.example');
    expect(server.invited).toEqual([]);
    expect(words()).toContain('Er invitert fra før');
    expect(words()).toContain('Ingen kommune har dette nummeret');
    expect(words()).toContain('Adresser som får e-post med lenke til innlogging: 1.');
    await press('Inviter 1');
    expect(server.invited).toEqual([
      [{ municipalityId: 'id-1539', email: 'rad@rauma.example', name: 'Kari Nordli' }],
    ]);
    expect(told).toEqual([1]);
  });

  it('warns of an address that is not the municipality’s own', async () => {
    const { show, words } = await open();
    await show('1539; rad@gmail.example');
    expect(words()).toContain('Ikke kommunens vanlige e-postdomene');
  });

  it('begins with the suggested lines', async () => {
    const { server, show, area } = await open('1539; rad@rauma.example');
    expect(area().value).toBe('1539; rad@rauma.example');
    await show();
    expect(server.previewed).toEqual([[{ number: '1539', email: 'rad@rauma.example', name: '' }]]);
  });

  it('forgets the preview when a line is changed: what is pressed is what was seen', async () => {
    const { show, area, words } = await open();
    await show('1539; rad@rauma.example');
    area().value = '1539; en.annen@rauma.example';
    area().dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(words()).not.toContain('Inviter 1');
  });

  it('asks for at least one address', async () => {
    const { server, show, words } = await open();
    await show('  \n ');
    expect(words()).toContain('Skriv minst én adresse');
    expect(server.previewed).toEqual([]);
  });

  it('tells whom it could not invite, and why, before the list is shown again', async () => {
    const { server, told, show, press, words } = await open();
    server.refusesOne = true;
    await show('1539; rad@rauma.example\n1539; b@rauma.example\n1539; c@rauma.example');
    await press('Inviter 2');
    expect(words()).toContain('Invitert: 1. Ikke invitert: 1');
    expect(words()).toMatch(/rad@rauma\.example: \S/);
    expect(told).toEqual([]);
    await press('Ferdig');
    expect(told).toEqual([1]);
  });

  it('keeps the lines when inviting is refused, and says why', async () => {
    const { server, show, press, words, area } = await open();
    await show('1539; rad@rauma.example');
    server.refuses = 'wrong-phase';
    await press('Inviter 1');
    expect(words()).not.toContain('undefined');
    expect(area().value).toBe('1539; rad@rauma.example');
    expect(server.invited).toEqual([]);
  });
});
