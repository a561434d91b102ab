import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person, whoever they act for. Other tables lead here, and the name can be erased without breaking them. */
@Entity('person')
@Check('ck_person_language', `language in ('nb', 'nn', 'en')`)
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', default: 'nb' })
  language: 'nb' | 'nn' | 'en';

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;
}
