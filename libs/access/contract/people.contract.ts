import { IsEmail, IsIn, IsString, IsUUID, Length, MaxLength, ValidateIf } from 'class-validator';

/** The roles that the secretariat gives by hand. Jurors and municipalities get theirs by invitation. */
export const SECRETARIAT_ROLES = ['secretary', 'case-officer', 'release-keyholder'] as const;
export type SecretariatRole = (typeof SECRETARIAT_ROLES)[number];

export class GiveRole {
  @IsString() @Length(1, 120) name: string;
  @IsEmail() @MaxLength(254) email: string;
  @IsIn(['nb', 'nn', 'en']) language: 'nb' | 'nn' | 'en';
  @IsIn(SECRETARIAT_ROLES) role: SecretariatRole;

  /** Null gives the role in every edition. */
  @ValidateIf(({ editionId }: GiveRole) => editionId !== null)
  @IsUUID()
  editionId: string | null;
}

export interface RoleView {
  grantId: string;
  role: SecretariatRole;
  editionId: string | null;
  editionYear: number | null;
  grantedAt: string;
  grantedBy: string | null;
}

export interface PersonWithRoles {
  personId: string;
  name: string;
  emails: string[];
  roles: RoleView[];
  /** The one who asks. */
  me: boolean;
}
