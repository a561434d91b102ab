import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ExamplesPageView } from '@award/publication/contract';
import { ClassMark, Empty } from '@award/ui/web';
import { localAddress, paragraphs } from '../public-words';
import { WinnerMark } from '../winner-mark';

/** The learning bank: search first, results as readable texts. The form works without scripts too. */
@Component({
  selector: 'publication-examples',
  imports: [ClassMark, Empty, RouterLink, WinnerMark],
  templateUrl: './examples.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Examples {
  readonly page = input.required<ExamplesPageView>();

  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);
  protected readonly paragraphs = paragraphs;
  protected readonly address = localAddress(this.locale, '/eksempler');
  protected readonly filtered = computed(() => {
    const { search, classCode, year } = this.page();
    return search !== '' || classCode !== null || year !== null;
  });
  protected readonly found = computed(() => {
    const { length } = this.page().examples;
    return length === 1
      ? $localize`:@@publication.examples.one:Ett eksempel`
      : $localize`:@@publication.examples.many:${length}:count: eksempler`;
  });

  protected search(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const given = (name: string) => String(form.get(name) ?? '').trim() || null;
    void this.router.navigate(['/eksempler'], {
      queryParams: { sok: given('sok'), klasse: given('klasse'), ar: given('ar') },
    });
  }
}
