import { HttpClient } from '@angular/common/http';
import {
  inject,
  Injectable,
  InjectionToken,
  LOCALE_ID,
  makeStateKey,
  signal,
  TransferState,
} from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { PublicView, SiteFacts } from '@award/publication/contract';
import { firstValueFrom } from 'rxjs';
import { Session } from '@award/access/web';

/** On the server: the view of the page being rendered. In the browser there is none. */
export const PUBLIC_VIEW = new InjectionToken<PublicView | null>('public view', {
  factory: () => null,
});

const KEPT = makeStateKey<PublicView>('public-view');

/** The facts of the installation, known once the first public page has come. */
@Injectable({ providedIn: 'root' })
export class Site {
  readonly facts = signal<SiteFacts | null>(null);
}

/**
 * The view of a public page: handed over by the server, taken from the rendered page on the first
 * showing, asked for on later ones.
 */
export const publicView: ResolveFn<PublicView> = async (_, state) => {
  const handed = inject(PUBLIC_VIEW);
  const kept = inject(TransferState);
  const site = inject(Site);
  const session = inject(Session);
  const http = inject(HttpClient);
  const language = inject(LOCALE_ID);
  const path = state.url.split('#')[0] ?? '/';

  if (handed) kept.set(KEPT, handed);
  const view = handed ?? kept.get<PublicView | null>(KEPT, null) ?? (await ask());
  if (!handed) kept.remove(KEPT);
  site.facts.set(view.site);
  void session.loadIfSignedInBefore().catch(() => undefined);
  return view;

  function ask(): Promise<PublicView> {
    return firstValueFrom(http.get<PublicView>('/api/public/view', { params: { path, language } }));
  }
};
