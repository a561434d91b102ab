import { IsEmail, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class RequestCode {
  /** At most 254 characters (RFC 5321). The answer is the same whether the address is known or not. */
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class SignIn {
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** The six digits of the newest code that this browser asked for: valid ten minutes, once, for five tries. */
  @Matches(/^[0-9]{6}$/)
  code: string;
}

export class DemoSignIn {
  @IsString()
  @MaxLength(60)
  key: string;
}

export class ActAs {
  @IsUUID()
  grantId: string;
}

export class ChangeLanguage {
  @IsIn(['nb', 'nn', 'en'])
  language: 'nb' | 'nn' | 'en';
}

export interface GrantView {
  id: string;
  role: string;
  editionId: string | null;
  editionYear: number | null;
  classCode: string | null;
  municipalityId: string | null;
  municipalityName: string | null;
}

export interface MeView {
  person: { id: string; name: string; language: 'nb' | 'nn' | 'en' } | null;
  grants: GrantView[];
  /** The one grant this session acts in. */
  acting: GrantView | null;
  demo: boolean;
  /** Sent back in the header `x-csrf-token` with everything but GET. */
  csrf: string | null;
}

export interface SignedOutView {
  /** The provider's own page for ending its session, where there is one to end. */
  goOnTo: string | null;
}

export interface DemoRoleView {
  key: string;
  name: string;
  role: string;
  audience: 'secretariat' | 'municipality' | 'jury';
  /** What this person shows, in bokmål. */
  note: string;
}
