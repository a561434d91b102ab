import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Public pages are rendered from their view; signed-in pages get the empty shell. */
export const serverRoutes: ServerRoute[] = [
  ...[
    'logg-inn',
    'innlogging',
    'velg-rolle',
    'ingen-tilgang',
    'feil',
    'demo/post',
    'mine-opplysninger',
  ].map((path) => ({
    path,
    renderMode: RenderMode.Client as const,
  })),
  ...['kommune', 'jury', 'sekretariat', 'scene', 'folg', 'tips', 'partner', 'godkjenn'].flatMap(
    (area) => [
      { path: area, renderMode: RenderMode.Client as const },
      { path: `${area}/**`, renderMode: RenderMode.Client as const },
    ],
  ),
  { path: '**', renderMode: RenderMode.Server },
];
