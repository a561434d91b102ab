import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

export const AWARD_NAME = $localize`:@@shell.award:Årets vertskommune for næringsutvikling`;

/** The page first, then the award: the beginning is what fits on a tab. */
@Injectable({ providedIn: 'root' })
export class AwardTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    const page = this.buildTitle(state);
    this.title.setTitle(page ? `${page} – ${AWARD_NAME}` : AWARD_NAME);
  }
}
