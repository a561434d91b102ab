import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Another place to sign in, as the button says it. */
export interface ProviderView {
  key: string;
  name: string;
}

/** What the sign-in page sends along, to get back when it is done. */
export class BeginOpenId {
  @IsIn(['nb', 'nn', 'en'])
  language: 'nb' | 'nn' | 'en';

  /** The address inside this site to go on to; the page judges it again before it goes there. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  til?: string;
}

/** A way in which the signed-in person has proved who they are. */
export interface IdentityView {
  id: string;
  kind: 'email' | 'openid';
  /** The e-mail address, or the name of the provider. */
  name: string;
  since: string;
  /** An e-mail address stays: mail goes there. */
  mayEnd: boolean;
}

export interface IdentitiesView {
  identities: IdentityView[];
  /** Providers that nothing is linked from yet. */
  others: ProviderView[];
  /** How many browsers the person is signed in from, this one counted. */
  sessions: number;
}

export class EndIdentity {
  /** As {@link IdentityView.id}. */
  @Matches(/^[0-9a-f]{64}$/)
  id: string;
}

/** Where to go to prove the other identity. */
export interface LinkBegunView {
  goOnTo: string;
}
