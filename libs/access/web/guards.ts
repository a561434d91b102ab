import { inject } from '@angular/core';
import {
  type CanActivateFn,
  RedirectCommand,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
import type { Permission, Side } from '@award/award';
import { roleOf, Session, sideOf } from './session';

/** Open to those who act on one of the sides; others choose another role, sign in, or are told no. */
export function onSide(...sides: readonly Side[]): CanActivateFn {
  return async (_, state) => {
    const session = inject(Session);
    const router = inject(Router);
    const me = await session.load();
    if (me.person === null) return toSignIn(router, state);
    const acting = sideOf(me.acting);
    if (acting !== null && sides.includes(acting)) return true;
    const elsewhere = me.grants.some((grant) => sides.some((side) => side === sideOf(grant)));
    return elsewhere ? toChoice(router, state) : noRight(router);
  };
}

/** Open to those whose acting role holds the permission. The server asks again at every request. */
export function holding(permission: Permission): CanActivateFn {
  return async (_, state) => {
    const session = inject(Session);
    const router = inject(Router);
    const me = await session.load();
    if (me.person === null) return toSignIn(router, state);
    return roleOf(me.acting) !== null && session.may(permission) ? true : noRight(router);
  };
}

/** Open to everyone who is signed in. */
export const signedIn: CanActivateFn = async (_, state) => {
  const session = inject(Session);
  const router = inject(Router);
  return (await session.load()).person === null ? toSignIn(router, state) : true;
};

function toSignIn(router: Router, state: RouterStateSnapshot): RedirectCommand {
  return new RedirectCommand(
    router.createUrlTree(['/logg-inn'], { queryParams: { til: state.url } }),
  );
}

function toChoice(router: Router, state: RouterStateSnapshot): RedirectCommand {
  return new RedirectCommand(
    router.createUrlTree(['/velg-rolle'], { queryParams: { til: state.url } }),
  );
}

function noRight(router: Router): RedirectCommand {
  return new RedirectCommand(router.parseUrl('/ingen-tilgang'), { skipLocationChange: true });
}

/** Waits for the server's word on who is there; failing that, the page shows itself as for nobody. */
export const sessionLoaded: CanActivateFn = async () => {
  await inject(Session)
    .load()
    .catch(() => undefined);
  return true;
};
