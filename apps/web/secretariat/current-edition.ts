import { HttpClient } from '@angular/common/http';
import { inject, Injectable, resource } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Session } from '@award/access/web';
import type { EditionView } from '@award/editions/contract';

/** The edition of the acting grant, else the one that people work on now. */
@Injectable({ providedIn: 'root' })
export class CurrentEdition {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly edition = resource({
    params: () => this.session.acting()?.id,
    loader: () => firstValueFrom(this.http.get<EditionView>('/api/editions/current')),
  });
}
