import { Directive, inject, input, LOCALE_ID, output, signal } from '@angular/core';
import type { EditionView } from '@award/editions/contract';
import { type FieldRefusal, type Problem, readRefusal, wordsFor } from '@award/ui/web';

/** What a field of the form is called by the server, and what to say when it is refused. */
export interface FieldPlace {
  /** Id of the control. */
  readonly id: string;
  readonly text: string;
}

/** A section of an edition that is saved by itself. What has been typed stays, also when the save is refused. */
@Directive()
export abstract class SectionForm {
  readonly edition = input.required<EditionView>();
  readonly mayChange = input.required<boolean>();
  readonly saved = output<EditionView>();
  /** Somebody else has changed the edition: the page fetches it, and the draft is kept. */
  readonly stale = output();

  protected readonly locale = inject(LOCALE_ID);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly reason = signal('');

  /** Where a refused field stands in this form; null when it has no control of its own. */
  protected abstract placeOf(field: FieldRefusal): FieldPlace | null;

  protected get needsReason(): boolean {
    return this.edition().phase !== 'planned';
  }

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async save(work: () => Promise<EditionView>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const reason = this.reason();
    this.done.set(false);
    this.refused.set(null);
    this.problems.set([]);
    try {
      const edition = await work();
      if (this.reason() === reason) this.reason.set('');
      this.done.set(true);
      this.saved.emit(edition);
    } catch (error) {
      this.tell(error);
    } finally {
      this.busy.set(false);
    }
  }

  private tell(error: unknown): void {
    const answer = readRefusal(error);
    if (answer?.refusal === 'stale-save') {
      this.refused.set(STALE);
      this.stale.emit();
      return;
    }
    const problems = (answer?.fields ?? []).flatMap((field) => {
      if (field.path === 'reason') return [{ id: 'reason', text: REASON }];
      return this.placeOf(field) ?? [];
    });
    if (problems.length > 0) this.problems.set(problems);
    else this.refused.set(wordsFor(answer?.refusal ?? null));
  }
}

const STALE = $localize`:@@editions.section.stale:Noen andre har lagret siden du åpnet siden. Det du har skrevet, står her fortsatt. Se over og lagre igjen.`;
const REASON = $localize`:@@editions.section.reason-needed:Skriv hvorfor du endrer dette nå`;
