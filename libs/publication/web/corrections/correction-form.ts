import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { CORRECTION_KINDS, CORRECTION_LIMITS, type CorrectionKind } from '@award/award';
import type {
  CorrectableClass,
  CorrectionRequestView,
  OpenCorrection,
} from '@award/publication/contract';
import type { ClassName } from '../release-item';
import { kindHint, kindWords } from './correction-words';

/** Opening a correction: what is wrong, what is right, the public line, and the reason. */
@Component({
  selector: 'publication-correction-form',
  imports: [FormsModule],
  templateUrl: './correction-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectionForm {
  readonly correctable = input.required<readonly CorrectableClass[]>();
  readonly classes = input.required<readonly ClassName[]>();
  readonly busy = input(false);
  /** The request that is being answered; null when nobody has asked. */
  readonly request = input<CorrectionRequestView | null>(null);
  readonly opened = output<OpenCorrection>();
  readonly closed = output();

  protected readonly kinds = CORRECTION_KINDS;
  protected readonly limits = CORRECTION_LIMITS;
  protected readonly kindWords = kindWords;
  protected readonly kindHint = kindHint;
  protected readonly kind = linkedSignal<CorrectionKind>(() =>
    this.request() ? 'text' : 'announcement',
  );
  // The room is asked again every few seconds: what is chosen here stays until what it was chosen among has changed.
  private readonly firstClass = computed(
    () => this.request()?.classCode ?? this.correctable()[0]?.classCode ?? '',
  );
  protected readonly classCode = linkedSignal(() => this.firstClass());
  protected readonly group = computed(
    () => this.correctable().find(({ classCode }) => classCode === this.classCode()) ?? null,
  );
  protected readonly winnerIsOut = computed(
    () => this.group()?.scopes.includes(this.classCode()) ?? false,
  );
  /** Whether the winner is corrected, or the finalists; a winner can be when one is out. */
  protected readonly ofWinner = linkedSignal(() => this.winnerIsOut());
  /** Who can be named, or whose text or prize it can be. */
  protected readonly candidates = computed(() => {
    const entries = this.group()?.entries ?? [];
    switch (this.kind()) {
      case 'announcement':
        return this.ofWinner() ? entries.filter(({ finalist }) => finalist) : entries;
      case 'text':
        return entries.filter(({ finalist, withdrawn }) => finalist && !withdrawn);
      case 'prize-withdrawn':
        return entries.filter(({ winner }) => winner);
    }
  });
  private readonly told = computed(
    () =>
      (this.group()?.entries ?? [])
        .filter(({ winner, finalist }) => (this.ofWinner() ? winner : finalist))
        .map(({ nominationId }) => nominationId),
    { equal: sameIds },
  );
  protected readonly named = linkedSignal<ReadonlySet<string>>(() => new Set(this.told()));
  private readonly choice = computed(
    () => this.candidates().map(({ nominationId }) => nominationId),
    { equal: sameIds },
  );
  protected readonly entry = linkedSignal(() => {
    const asked = this.request()?.nominationId;
    return asked && this.choice().includes(asked) ? asked : (this.choice()[0] ?? '');
  });
  protected readonly note = signal('');
  protected readonly reason = linkedSignal(() => this.request()?.text ?? '');
  protected readonly concernsAssessment = signal(false);
  protected readonly tried = signal(false);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly missing = computed(
    () => this.note().trim() === '' || this.reason().trim() === '',
  );

  constructor() {
    // It opens at the end of the section, and what opened it may have gone.
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected nameOf(code: string): string {
    return this.classes().find((one) => one.code === code)?.name ?? code;
  }

  protected toggle(nominationId: string): void {
    const named = new Set(this.named());
    if (!named.delete(nominationId)) named.add(nominationId);
    this.named.set(named);
  }

  protected send(): void {
    this.tried.set(true);
    const kind = this.kind();
    const about = kind === 'announcement' ? null : this.entry() || null;
    if (this.missing())
      return document
        .getElementById(this.note().trim() ? 'correction-reason' : 'correction-note')
        ?.focus();
    if (kind !== 'announcement' && about === null) return;
    const ofClass = kind === 'prize-withdrawn' || (kind === 'announcement' && this.ofWinner());
    const named = this.named();
    this.opened.emit({
      kind,
      scope: ofClass ? this.classCode() : 'all',
      classCode: this.classCode(),
      nominationId: about,
      named:
        kind === 'announcement'
          ? this.candidates()
              .map(({ nominationId }) => nominationId)
              .filter((id) => named.has(id))
          : null,
      note: this.note().trim(),
      reason: this.reason().trim(),
      requestId: kind === 'text' ? (this.request()?.id ?? null) : null,
      concernsAssessment: this.concernsAssessment(),
    });
  }
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
