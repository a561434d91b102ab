import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PressPageView } from '@award/publication/contract';
import { Empty, OsloDateTime } from '@award/ui/web';
import { houseWords } from '../house-words';

/** What a journalist asks for first. */
@Component({
  selector: 'publication-press',
  imports: [Empty, OsloDateTime, RouterLink],
  templateUrl: './press.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Press {
  readonly page = input.required<PressPageView>();
  /** Where to write; null when the operator has set none. */
  readonly contact = input.required<string | null>();

  protected readonly houseWords = houseWords;

  protected className(code: string): string {
    return this.page().classes.find((one) => one.code === code)?.name ?? code;
  }
}
