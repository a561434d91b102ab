import type { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { from, switchMap } from 'rxjs';
import { DEVICE_FLAG } from './device-flag';

/** What was taken along on this device, loaded by those who did so: all other pages pay for this question only. */
export function takenAlong(injector: Injector) {
  return globalThis.localStorage?.getItem(DEVICE_FLAG)
    ? import('./taken-along').then((m) => injector.get(m.TakenAlong))
    : null;
}

/** On a device that has taken entries along, requests pass by what lies there. */
export const throughDevice: HttpInterceptorFn = (request, next) => {
  const along = takenAlong(inject(Injector));
  return along ? from(along).pipe(switchMap((here) => here.pass(request, next))) : next(request);
};
