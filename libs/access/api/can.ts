import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  Param,
  type PipeTransform,
  SetMetadata,
} from '@nestjs/common';
import type { Permission } from '@award/award';
import type { Principal } from './principal';
import { Refused } from './refused';

export const CAN = 'kaaring:can';
export const PUBLIC = 'kaaring:public';
export const SIGNED_IN = 'kaaring:signed-in';

/** The route is for those whose acting role holds one of the permissions. */
export const Can = (...permissions: [Permission, ...Permission[]]) =>
  applyDecorators(SetMetadata(CAN, permissions));

/** The route is for everyone. It must answer the same to all. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The route is for everyone who is signed in, whatever their role. */
export const SignedIn = () => SetMetadata(SIGNED_IN, true);

/** The acting principal. On public routes it may be absent: use `@MaybeActing`. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = context.switchToHttp().getRequest().user as Principal | undefined;
  if (!principal) throw new Refused('not-signed-in');
  return principal;
});

export const MaybeActing = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | null =>
    (context.switchToHttp().getRequest().user as Principal | undefined) ?? null,
);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

class KnownId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new Refused('not-found');
    return value.toLowerCase();
  }
}

/** A UUID in the path. Anything else is answered like an id that does not exist. */
export const Id = (name: string) => Param(name, new KnownId());

/** The `Idempotency-Key` header of a save or submit: a UUID made by the browser for each intent. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const key = context.switchToHttp().getRequest().headers['idempotency-key'] as unknown;
    if (typeof key !== 'string' || !UUID.test(key)) {
      throw new Refused('bad-input', { fields: [{ path: 'Idempotency-Key', reason: 'isUuid' }] });
    }
    return key.toLowerCase();
  },
);
