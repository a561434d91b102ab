import { IsIn, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

const given = (value: unknown) => value !== null;

/** What no public table at hand has: filled in by the secretariat. Null is not known. */
export class ChangeContact {
  @ValidateIf(({ writtenForm }: ChangeContact) => given(writtenForm))
  @IsIn(['nb', 'nn', 'neutral'])
  writtenForm: 'nb' | 'nn' | 'neutral' | null;

  @ValidateIf(({ postAddress }: ChangeContact) => given(postAddress))
  @IsString()
  @MaxLength(200)
  postAddress: string | null;

  /** The part after @ in the municipality's addresses. It gives nobody a role. */
  @ValidateIf(({ mailDomain }: ChangeContact) => given(mailDomain))
  @IsString()
  @MaxLength(120)
  @Matches(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  mailDomain: string | null;
}

export interface ContactView {
  id: string;
  writtenForm: 'nb' | 'nn' | 'neutral' | null;
  postAddress: string | null;
  mailDomain: string | null;
}

export class ContactFile {
  /** Semicolon or comma, header row: `number` and any of `written_form`, `post_address`, `mail_domain`. */
  @IsString() @MaxLength(200_000) csv: string;
}

export interface ContactLineView {
  /** Line of the file, the header row being 1. */
  line: number;
  number: string;
  name: string | null;
  problem: 'unknown-number' | 'bad-written-form' | 'bad-mail-domain' | 'too-long' | null;
  changes: {
    field: 'writtenForm' | 'postAddress' | 'mailDomain';
    from: string | null;
    to: string;
  }[];
}

export interface ContactFileView {
  /** A fault of the whole file; nothing can be applied then. */
  problem: 'no-header' | 'unreadable' | 'empty' | null;
  lines: ContactLineView[];
}

export interface RegisterImportView {
  id: string;
  source: string;
  appliedAt: string;
  by: string | null;
  /** Number of changes of each kind. */
  counts: Record<string, number>;
}
