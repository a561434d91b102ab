export type InstallationKind = 'demo' | 'rehearsal' | 'test' | 'production';

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
