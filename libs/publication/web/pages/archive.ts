import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ArchivePageView } from '@award/publication/contract';
import { ClassMark, Empty, OsloDate } from '@award/ui/web';
import { AwardMap } from '../award-map';
import { WinnerMark } from '../winner-mark';

/** Every edition whose finalists are told, newest first. */
@Component({
  selector: 'publication-archive',
  imports: [AwardMap, ClassMark, Empty, OsloDate, RouterLink, WinnerMark],
  templateUrl: './archive.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Archive {
  readonly page = input.required<ArchivePageView>();
}
