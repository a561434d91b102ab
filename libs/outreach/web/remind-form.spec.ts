import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { NotReminded } from '@award/award';
import type { RemindedView, ReminderPreview, ReminderRow } from '@award/outreach/contract';
import { OutreachClient } from './outreach-client';
import { RemindForm } from './remind-form';

const row = (
  name: string,
  notReminded: NotReminded | null = null,
  more: Partial<ReminderRow> = {},
): ReminderRow => ({
  invitationId: `invitation-${name}`,
  municipalityId: `id-${name}`,
  municipality: name,
  email: `post@${name.toLowerCase()}.example`,
  remindedAt: null,
  notReminded,
  ...more,
});

class FakeServer {
  rows: ReminderRow[] = [];
  asked: string[][] = [];
  refusal: string | null = null;
  refuses: RemindedView['refused'] = [];

  toRemind = async (editionId: string): Promise<ReminderPreview> => ({
    editionId,
    deadline: '2027-01-27T11:00:00.000Z',
    rows: this.rows,
  });
  remind = async (_edition: string, invitations: string[]): Promise<RemindedView> => {
    if (this.refusal)
      throw new HttpErrorResponse({ status: 409, error: { refusal: this.refusal } });
    this.asked.push(invitations);
    const reminded = invitations.length - this.refuses.length;
    return { reminded, municipalities: reminded, refused: this.refuses };
  };
}

async function open(rows: ReminderRow[]) {
  const server = new FakeServer();
  server.rows = rows;
  TestBed.configureTestingModule({ providers: [{ provide: OutreachClient, useValue: server }] });
  const fixture = TestBed.createComponent(RemindForm);
  fixture.componentRef.setInput('editionId', 'edition');
  const told: RemindedView[] = [];
  fixture.componentInstance.reminded.subscribe((done) => told.push(done));
  const page = fixture.nativeElement as HTMLElement;
  const dialog = page.querySelector('dialog') as HTMLDialogElement;
  dialog.showModal = () => dialog.setAttribute('open', '');
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  await settle();
  return {
    server,
    told,
    page,
    settle,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    boxes: () => [...page.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')],
    button: (label: string) =>
      [...page.querySelectorAll('button')].find((one) => one.textContent?.includes(label)),
    /** Presses the button below the list, and answers the question that follows. */
    remind: async (answer: 'yes' | 'no' = 'yes') => {
      const press = [...page.querySelectorAll('button')].find((one) =>
        /Minn \d+ på fristen/.test(one.textContent ?? ''),
      );
      press?.click();
      await settle();
      dialog.returnValue = answer;
      dialog.dispatchEvent(new Event('close'));
      await settle();
    },
  };
}

describe('reminding of the deadline', () => {
  it('shows who gets a reminder, ticked, and who does not and why', async () => {
    const { boxes, words } = await open([
      row('Rauma'),
      row('Vanylven', null, { remindedAt: '2027-01-10T11:00:00.000Z' }),
      row('Molde', 'submitted'),
      row('Aukra', 'submitted'),
      row('Giske', 'undelivered'),
    ]);
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true]);
    expect(words()).toContain('Minn 2 på fristen');
    expect(words()).toContain('Får ikke påminnelse (2): Kommunen har sendt inn');
    expect(words()).toContain('Får ikke påminnelse (1): Den forrige e-posten kom ikke fram');
    expect(words()).toContain('post@giske.example');
  });

  it('writes to those who are ticked, after a question with the count', async () => {
    const { server, boxes, told, remind, words, settle } = await open([
      row('Rauma'),
      row('Molde'),
      row('Aukra'),
    ]);
    boxes()[1]?.click();
    await settle();
    expect(words()).toContain('Minn 2 på fristen');
    await remind('no');
    expect(server.asked).toEqual([]);
    await remind();
    expect(words()).toContain('Adresser som får e-post: 2. Kommuner: 2.');
    expect(server.asked).toEqual([['invitation-Rauma', 'invitation-Aukra']]);
    expect(told).toEqual([{ reminded: 2, municipalities: 2, refused: [] }]);
  });

  it('tells who was refused meanwhile, also when the address is gone', async () => {
    const { server, remind, words, told, button, settle } = await open([
      row('Rauma'),
      row('Molde'),
      row('Aukra'),
    ]);
    server.refuses = [
      {
        invitationId: 'invitation-Molde',
        email: 'post@molde.example',
        municipality: 'Molde',
        reason: 'submitted',
      },
      { invitationId: 'invitation-Aukra', email: '', municipality: '', reason: 'not-invited' },
    ];
    await remind();
    expect(words()).toContain('Minnet på fristen: 1. Ikke minnet på: 2');
    expect(words()).toContain('post@molde.example: Kommunen har sendt inn');
    expect(words()).toContain('post@aukra.example: Invitasjonen er trukket tilbake');
    expect(told).toEqual([]);
    button('Ferdig')?.click();
    await settle();
    expect(told).toMatchObject([{ reminded: 1 }]);
  });

  it('has nothing to press when nobody is left, and none when all are unticked', async () => {
    const none = await open([row('Molde', 'lately')]);
    expect(none.words()).toContain('Ingen å minne på nå');
    expect(none.button('på fristen')).toBeUndefined();
    TestBed.resetTestingModule();
    const some = await open([row('Rauma')]);
    some.page.querySelector<HTMLInputElement>('thead input')?.click();
    await some.settle();
    expect(some.button('Minn 0 på fristen')?.disabled).toBe(true);
  });

  it('says why the whole was refused, and keeps what was chosen', async () => {
    const { server, remind, words, boxes, settle } = await open([row('Rauma'), row('Molde')]);
    boxes()[0]?.click();
    await settle();
    server.refusal = 'wrong-phase';
    await remind();
    expect(words()).toContain('Dette kan ikke gjøres i den fasen kåringen er i nå.');
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true]);
  });
});
