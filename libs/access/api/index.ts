export { AccessModule } from './access.module';
export {
  Acting,
  Can,
  CAN,
  Id,
  IdempotencyKey,
  MaybeActing,
  Public,
  PUBLIC,
  SIGNED_IN,
  SignedIn,
} from './can';
export { type LinkKind, LinkToken, LinkTokens } from './link-tokens';
export { People, type GrantOrder } from './people.service';
export type { EditionPrincipal, Principal } from './principal';
export { prepared } from './prepared';
export { RateLimit } from './rate-limit';
export { demand, Refused, type FieldRefusal } from './refused';
export { RequestKeys } from './request-keys';
export { sessions } from './session';
export { From } from './source-of';
