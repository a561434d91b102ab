import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  resource,
  signal,
} from '@angular/core';
import type { Refusal } from '@award/award';
import type { ChangePeriod, PeriodView } from '@award/privacy/contract';
import { DataTable, InSight, OsloDate, readRefusal, ResourceState, wordsFor } from '@award/ui/web';
import { PrivacyClient } from './privacy-client';
import { lengthOf, periodInWords, RETENTION_WORDS } from './retention-words';

/** What goes by itself and when, and another time for those that are the secretariat's to set. */
@Component({
  selector: 'privacy-periods',
  host: { class: 'flow' },
  imports: [DataTable, InSight, OsloDate, ResourceState],
  templateUrl: './periods.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Periods {
  private readonly client = inject(PrivacyClient);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected readonly lines = resource({ loader: () => this.load() });
  protected readonly editing = signal<PeriodView | null>(null);
  protected readonly days = signal('');
  protected readonly reason = signal('');
  protected readonly faults = signal<{ days: boolean; reason: boolean } | null>(null);
  protected readonly busy = signal(false);
  protected readonly told = signal<string | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly kindWords = RETENTION_WORDS;
  protected readonly period = periodInWords;
  protected readonly length = lengthOf;
  /** What was sent last, with its key: the same again is the same wish, anything else is another. */
  private sent: { readonly text: string; readonly key: string } | null = null;

  protected edit(line: PeriodView): void {
    this.editing.set(line);
    this.days.set(String(line.days));
    this.reason.set('');
    this.faults.set(null);
    this.refused.set(null);
    this.told.set(null);
    this.sent = null;
    this.focus('#privacy-days');
  }

  protected leave(kind: string): void {
    this.editing.set(null);
    this.focus(`[data-kind="${kind}"]`);
  }

  protected async save(line: PeriodView): Promise<void> {
    const days = /^\d+$/.test(this.days().trim()) ? Number(this.days()) : NaN;
    const within = days >= (line.least ?? 0) && days <= (line.most ?? 0) && days !== line.days;
    const faults = { days: !within, reason: this.reason().trim() === '' };
    this.faults.set(faults);
    if (faults.days || faults.reason) {
      this.focus(faults.days ? '#privacy-days' : '#privacy-reason');
      return;
    }
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const order = { days, reason: this.reason().trim(), number: line.number };
      await this.client.setPeriod(line.kind, order, this.keyOf(order));
      this.told.set($localize`:@@privacy.periods.saved:Tiden er endret.`);
      this.lines.reload();
      this.leave(line.kind);
    } catch (error) {
      await this.tell(readRefusal(error)?.refusal ?? null, line.kind);
    } finally {
      this.busy.set(false);
    }
  }

  private keyOf(order: ChangePeriod): string {
    const text = JSON.stringify(order);
    if (this.sent?.text !== text) this.sent = { text, key: crypto.randomUUID() };
    return this.sent.key;
  }

  /** When somebody else was first, or an own change whose answer was lost, the line is shown as it stands now. */
  private async tell(refusal: Refusal | null, kind: PeriodView['kind']): Promise<void> {
    const known = refusal === 'stale-save' ? await this.newest(kind) : null;
    if (known !== null) this.editing.set(known);
    this.refused.set(known === null ? wordsFor(refusal) : STALE(periodInWords(known)));
  }

  private async newest(kind: PeriodView['kind']): Promise<PeriodView | null> {
    this.lines.reload();
    try {
      return (await this.client.periods()).find((line) => line.kind === kind) ?? null;
    } catch {
      return null;
    }
  }

  private async load(): Promise<(PeriodView & { due: number })[]> {
    const [periods, due] = await Promise.all([this.client.periods(), this.client.retention()]);
    return periods.map((line) => ({
      ...line,
      due: due.find(({ kind }) => kind === line.kind)?.due ?? 0,
    }));
  }

  private focus(selector: string): void {
    afterNextRender(
      () => this.element.nativeElement.querySelector<HTMLElement>(selector)?.focus(),
      { injector: this.injector },
    );
  }
}

const STALE = (now: string) =>
  $localize`:@@privacy.periods.stale:Tiden er endret siden du åpnet den. Nå gjelder ${now}:now:. Det du har skrevet, står her fortsatt. Se over og lagre igjen.`;
