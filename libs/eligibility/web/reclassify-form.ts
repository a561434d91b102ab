import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
  signal,
  LOCALE_ID,
} from '@angular/core';
import type { CheckedEntryView, ReclassificationGround } from '@award/eligibility/contract';
import { act } from '@award/nominations/web';
import { ConfirmDialog, wordsFor, inLocale } from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';
import { GROUND_WORDS } from './eligibility-words';
import { ReasonField } from './reason-field';

const GROUNDS: readonly ReclassificationGround[] = ['register-error', 'waiver'];

/** Moves the entry to another class before scoring, with a reason that is kept and shown to the jury. */
@Component({
  selector: 'eligibility-reclassify-form',
  imports: [ConfirmDialog, ReasonField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './reclassify-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReclassifyForm {
  readonly entry = input.required<CheckedEntryView>();
  readonly moved = output();

  private readonly client = inject(EligibilityClient);
  private readonly locale = inject(LOCALE_ID);
  protected readonly moving = act();
  protected readonly grounds = GROUNDS;
  protected readonly groundWords = GROUND_WORDS;
  protected readonly ground = signal<ReclassificationGround>('register-error');
  protected readonly reason = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly others = computed(() =>
    this.entry()
      .classes.filter(({ code }) => code !== this.entry().classCode)
      .map(({ code, name }) => ({ code, name: inLocale(name, this.locale) })),
  );
  private readonly chosen = signal<string | null>(null);
  protected readonly to = computed(
    () => this.others().find(({ code }) => code === this.chosen()) ?? this.others().at(0),
  );

  protected choose(code: string): void {
    this.chosen.set(code);
  }

  protected async move(dialog: ConfirmDialog): Promise<void> {
    const to = this.to();
    if (this.reason().trim() === '') {
      this.problem.set(wordsFor('reason-required'));
      return;
    }
    this.problem.set(null);
    if (to === undefined || !(await dialog.ask())) return;
    const done = await this.moving.run(() =>
      this.client.reclassify(this.entry().id, {
        classCode: to.code,
        ground: this.ground(),
        reason: this.reason(),
      }),
    );
    if (done) this.moved.emit();
    else this.problem.set(wordsFor(this.moving.refused()?.code ?? null));
  }
}
