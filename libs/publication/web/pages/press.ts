import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PressPageView, PressText } from '@award/publication/contract';
import { Empty, OsloDateTime } from '@award/ui/web';
import { houseWords } from '../house-words';
import { Photo } from '../photo';

/** What a journalist asks for first. */
@Component({
  selector: 'publication-press',
  imports: [Empty, OsloDateTime, Photo, RouterLink],
  templateUrl: './press.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Press {
  readonly page = input.required<PressPageView>();
  /** Where to write; null when the operator has set none. */
  readonly contact = input.required<string | null>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly houseWords = houseWords;

  protected idOf({ about, scope }: PressText): string {
    return scope === 'all' ? about : `${about}-${scope}`;
  }

  /** Said where a text is not written in the language of the page. */
  protected otherLanguage({ language }: PressText): string | null {
    return language === this.locale
      ? null
      : $localize`:@@publication.press.only-nb:Denne teksten finnes bare på bokmål.`;
  }

  /** A size as people say it: 0,8 MB. */
  protected weight(bytes: number): string {
    const format = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 });
    return `${format.format(Math.max(0.1, bytes / 1_000_000))}\u00a0MB`;
  }

  protected className(code: string): string {
    return this.page().classes.find((one) => one.code === code)?.name ?? code;
  }
}
