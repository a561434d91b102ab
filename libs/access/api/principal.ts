import type { Role } from '@award/award';

/** Who makes the request and in which one grant they act. Loaded with the session in one statement. */
export interface Principal {
  personId: string;
  name: string;
  language: 'nb' | 'nn' | 'en';
  grantId: string | null;
  role: Role | null;
  editionId: string | null;
  classCode: string | null;
  municipalityId: string | null;
  /**
   * Classes that are closed to the person whatever the grant, as `edition:class`: a denial goes by person. Only
   * those who prepare the award have any here; a juror's are asked where the jury's entries are read.
   */
  denied?: readonly string[];
}

/** A principal who acts in a grant of one edition. */
export type EditionPrincipal = Principal & { role: Role; editionId: string };
