import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { done } from '../demo/as-people';
import type { Answer, Visitor } from '../demo/visitor';

/** With a code from the captured mail, as everybody does: sample people have no door of their own in a rehearsal. */
export const signInByMail =
  (app: Pick<INestApplicationContext, 'get'>, db: Pick<DataSource, 'query'>) =>
  async (visitor: Visitor, key: string): Promise<Answer> => {
    const email = `${key}@eksempel.example`;
    await db.query('delete from rate_limit');
    await done(visitor.post('/api/sign-in/code', { email }));
    for (let turn = 0; turn < 100; turn++) {
      await app.get(Jobs).run('mail');
      const [mail] = await db.query(
        `select c.body from sign_in_code s join mail_outbox o on o.event_key = 'sign-in-code:' || s.id
           join caught_mail c on c.recipient = o.recipient and c.message_id like '<' || o.id || '@%'
         where s.email = $1 and s.used_at is null order by s.created_at desc limit 1`,
        [email],
      );
      const code = /\b\d{6}\b/.exec(mail?.body ?? '')?.[0];
      if (code) return visitor.post('/api/sign-in', { email, code });
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`no code came to ${email}`);
  };
