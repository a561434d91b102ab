import { IsEmail, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';

/** `POST /api/follow`: asks for a mail when something is told. Answered alike whoever the address belongs to. */
export class Follow {
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** The present number of one municipality; left out for everything about the award. */
  @IsOptional()
  @Matches(/^\d{4}$/)
  municipality?: string;

  @IsIn(['nb', 'nn', 'en'])
  language: 'nb' | 'nn' | 'en';
}
