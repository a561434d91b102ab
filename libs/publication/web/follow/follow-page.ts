import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import type { Follow } from '@award/publication/contract';
import { ErrorSummary, readRefusal, wordsFor } from '@award/ui/web';
import { FollowClient } from './follow-client';

/** Asks for e-mail about the award, or about one municipality. */
@Component({
  selector: 'publication-follow-page',
  imports: [ErrorSummary, FormsModule, RouterLink],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './follow-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowPage {
  /** The number of the municipality to follow; none for everything. */
  readonly kommune = input<string>();

  private readonly client = inject(FollowClient);
  private readonly language = inject(LOCALE_ID) as Follow['language'];
  protected readonly email = signal('');
  protected readonly busy = signal(false);
  protected readonly asked = signal('');
  private readonly problem = signal('');
  protected readonly problems = computed(() =>
    this.problem() ? [{ id: 'email', text: this.problem() }] : [],
  );

  protected async ask(): Promise<void> {
    if (this.busy()) return;
    const email = this.email().trim();
    this.problem.set('');
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
      this.problem.set(
        $localize`:@@publication.follow.email-needed:Skriv e-postadressen din, for eksempel kari@eksempel.no`,
      );
      return;
    }
    this.busy.set(true);
    try {
      const municipality = this.kommune();
      const wish = { email, language: this.language };
      await this.client.ask(municipality ? { ...wish, municipality } : wish);
      this.asked.set(email);
    } catch (error) {
      this.problem.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}
