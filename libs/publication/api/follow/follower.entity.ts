import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';

/** Somebody who wants to know. Unconfirmed until the address has answered; deleted when they stop. */
@Entity('follower')
@Index('uq_follower_of_award', ['email'], { unique: true, where: 'municipality_id is null' })
@Index('uq_follower_of_municipality', ['email', 'municipalityId'], {
  unique: true,
  where: 'municipality_id is not null',
})
@Check('ck_follower_email', 'email = lower(email)')
@Check('ck_follower_language', `language in ('nb', 'nn', 'en')`)
export class Follower {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  email: string;

  /** Null for all news of the award. */
  @ForeignKey('Municipality', { name: 'fk_follower_municipality_id' })
  @Column({ type: 'uuid', nullable: true })
  municipalityId: string | null;

  @Column({ type: 'text' })
  language: 'nb' | 'nn' | 'en';

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  askedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;
}

/** A release whose followers have been told, or have a mail waiting. */
@Entity('followed_release')
export class FollowedRelease {
  @ForeignKey('Release', { name: 'fk_followed_release_release_id' })
  @PrimaryColumn({ type: 'uuid' })
  releaseId: string;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  toldAt: Date;
}
