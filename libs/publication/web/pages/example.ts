import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExamplePageView } from '@award/publication/contract';
import { ClassMark, Grouped, OsloDate } from '@award/ui/web';
import { Photo } from '../photo';
import { paragraphs } from '../public-words';
import { WinnerMark } from '../winner-mark';

/** One entry of the learning bank: what the municipality did, with its sources, and what the jury said of it. */
@Component({
  selector: 'publication-example',
  imports: [ClassMark, Grouped, OsloDate, Photo, RouterLink, WinnerMark],
  templateUrl: './example.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Example {
  readonly page = input.required<ExamplePageView>();
  protected readonly paragraphs = paragraphs;
}
