import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ClassMark } from '@award/ui/web';

/** The award in short: what it is, who can win, and where to go on. */
@Component({
  selector: 'app-front-page',
  imports: [ClassMark, RouterLink],
  templateUrl: './front-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FrontPage {}
