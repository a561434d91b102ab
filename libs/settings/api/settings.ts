export type InstallationKind = 'demo' | 'rehearsal' | 'test' | 'production';

/** Somewhere else to prove who one is: Ansattporten, or an Entra ID with a list of tenants let in. */
export interface OpenIdProvider {
  /** In addresses, such as `/api/sign-in/openid/ansattporten`. */
  readonly key: string;
  readonly kind: 'ansattporten' | 'entra';
  /** On the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Asked of the provider: how sure it must be, and for which organisation. */
  readonly acr: string | null;
  readonly authorizationDetails: readonly object[];
  /** Of Entra ID: the tenants (`tid`) let in; nobody else is. */
  readonly tenants: readonly string[];
}

/** Storage that speaks S3; `url` is the address of the bucket, with a folder if there is one. */
export interface S3Settings {
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** Where files lie and who looks for viruses in them. */
export interface FileSettings {
  /** `tcp://host:port` or `unix:/path`; null when nobody looks. */
  readonly clamdUrl: string | null;
  /** Null when files lie in the database. */
  readonly s3: S3Settings | null;
}

/** How mails that did not arrive find their way back. */
export interface ReturnSettings {
  /** The address that mail servers report to; each mail puts its own id behind a plus sign. Null: to the sender. */
  readonly address: string | null;
  /** A Maildir that the reports are delivered to; null when they come by the command only. */
  readonly maildir: string | null;
}

/** What the operator has set, read once at start. A plain class, so that tests can make their own. */
export class Settings {
  constructor(
    readonly databaseUrl: string,
    readonly publicUrl: string,
    readonly kind: InstallationKind,
    readonly smtpUrl: string | null,
    readonly mailFrom: string,
    readonly allowedHosts: readonly string[],
    readonly proxyHops: number,
    readonly sessionSecret: string,
    /** False where the database has no roles `kaaring_app` and `kaaring_public` to work as. */
    readonly databaseRoles = true,
    /** Where the public writes to the secretariat. */
    readonly contactEmail: string | null = null,
    /** Address of the accessibility statement. */
    readonly accessibilityStatement: string | null = null,
    /** Where people may sign in besides by e-mail code. */
    readonly openIdProviders: readonly OpenIdProvider[] = [],
    readonly files: FileSettings = { clamdUrl: null, s3: null },
    readonly returns: ReturnSettings = { address: null, maildir: null },
  ) {}

  /** Cookies are Secure and have the __Host- prefix if and only if the public address is https. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** Sample people, one-click sign-in and the mailbox page exist in demo and test installations only. */
  get demo(): boolean {
    return this.kind === 'demo' || this.kind === 'test';
  }
}
