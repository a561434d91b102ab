import {
  type EnvironmentProviders,
  makeEnvironmentProviders,
  ɵwithDomHydration as withDomHydration,
  ɵwithI18nSupport as withI18nSupport,
} from '@angular/core';

/**
 * What `provideClientHydration` of Angular 22.2 comes down to without incremental hydration, event
 * replay (which needs an inline script) and transfer cache. Called with those features switched
 * off it still keeps their code in the scripts of every page: 8 kB of the 110 kB there are.
 */
export function provideHydration(): EnvironmentProviders {
  return makeEnvironmentProviders([withDomHydration(), withI18nSupport()]);
}
