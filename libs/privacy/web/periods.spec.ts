import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { retentionOf } from '@award/award';
import type { ChangePeriod, PeriodView } from '@award/privacy/contract';
import { wordsFor } from '@award/ui/web';
import { Periods } from './periods';
import { PrivacyClient } from './privacy-client';

/** A server that refuses as the real one does: the same key for something else, and an old number. */
class FakeServer {
  line: PeriodView = {
    ...retentionOf('tips'),
    usual: 30,
    least: 0,
    most: 1825,
    number: 0,
    changed: null,
  };
  readonly got: { days: number; number: number }[] = [];
  /** Whether the answer to what is saved gets lost on its way. */
  loses = false;
  private readonly keys = new Map<string, string>();

  periods = async () => [this.line];
  retention = async () => [];
  setPeriod = async (_kind: string, order: ChangePeriod, key: string): Promise<PeriodView> => {
    const body = JSON.stringify(order);
    const known = this.keys.get(key);
    if (known !== undefined && known !== body) throw refused(422, 'idempotency-mismatch');
    if (known === undefined && order.number !== this.line.number) throw refused(409, 'stale-save');
    this.keys.set(key, body);
    if (known === undefined) {
      this.got.push({ days: order.days, number: order.number });
      this.line = { ...this.line, days: order.days, number: order.number + 1 };
    }
    if (this.loses) throw new HttpErrorResponse({ status: 0 });
    return this.line;
  };
}

const refused = (status: number, refusal: string) =>
  new HttpErrorResponse({ status, error: { refusal } });

async function open() {
  const server = new FakeServer();
  TestBed.configureTestingModule({ providers: [{ provide: PrivacyClient, useValue: server }] });
  const fixture = TestBed.createComponent(Periods);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  element.querySelector<HTMLElement>('[data-kind="tips"]')?.click();
  await settle();
  const field = (id: string) => element.querySelector<HTMLInputElement>(`#privacy-${id}`);
  return {
    server,
    field,
    words: () => element.textContent?.replace(/\s+/g, ' ') ?? '',
    write: (id: string, value: string) => {
      const into = field(id);
      if (!into) throw new Error(`no field ${id}`);
      into.value = value;
      into.dispatchEvent(new Event('input'));
    },
    save: async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
      await settle();
    },
  };
}

describe('a period whose answer is lost', () => {
  it('is saved once, however often the same is sent', async () => {
    const { server, write, save, words } = await open();
    server.loses = true;
    write('days', '60');
    write('reason', 'Klagefristen er lengre.');
    await save();
    expect(words()).toContain(wordsFor(null));
    server.loses = false;
    await save();
    expect([server.got, words().includes('Tiden er endret.')]).toEqual([
      [{ days: 60, number: 0 }],
      true,
    ]);
  });

  it('is told as it stands when something else is sent, which is then saved upon it', async () => {
    const { server, write, save, words, field } = await open();
    server.loses = true;
    write('days', '60');
    write('reason', 'Klagefristen er lengre.');
    await save();
    server.loses = false;
    write('days', '90');
    await save();
    expect(words()).toContain('Nå gjelder 60 dager etter at kåringen er arkivert.');
    expect([field('days')?.value, field('reason')?.value]).toEqual([
      '90',
      'Klagefristen er lengre.',
    ]);
    await save();
    expect(server.got).toEqual([
      { days: 60, number: 0 },
      { days: 90, number: 1 },
    ]);
    expect(words()).toContain('Tiden er endret.');
  });
});
