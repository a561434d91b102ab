import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { mayByGrant, type Permission } from '@award/award';
import { CAN, PUBLIC, type Principal, Refused, SIGNED_IN } from '@award/access/api';

/** Fails closed: a route that does not say who may call it answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<Request>();
    const principal = request.user as Principal | undefined;
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places)) return true;
    const permissions = this.reflector.getAllAndOverride<Permission[]>(CAN, places);
    const signedIn = this.reflector.getAllAndOverride<boolean>(SIGNED_IN, places);
    if (!permissions && !signedIn) throw new Refused('not-permitted');
    if (!principal) throw new Refused('not-signed-in');
    refuseForgery(request);
    if (permissions) {
      const { role, editionId } = principal;
      const gives = (permission: Permission) =>
        role !== null && mayByGrant(role, permission, editionId !== null).allowed;
      if (!permissions.some(gives)) throw new Refused('not-permitted');
    }
    return true;
  }
}

function refuseForgery(request: Request): void {
  if (['GET', 'HEAD'].includes(request.method)) return;
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || token !== request.session.csrf)
    throw new Refused('origin-refused');
}
