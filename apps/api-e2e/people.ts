import { type Answer, Visitor } from '../api/demo/visitor';
import type { Servers } from './servers';

/** The body of an answer that must be a yes. */
export async function yes<T = Record<string, never>>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** The refusal of an answer that must be a no. */
export async function no(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  if (status < 400)
    throw new Error(`expected a refusal, got ${status} ${JSON.stringify(body).slice(0, 300)}`);
  return (body as { refusal: string }).refusal;
}

/** Signs in as everybody does: asks for a code, reads the mail, enters the code. */
export async function signIn(
  servers: Servers,
  email: string,
  role?: { classCode?: string },
): Promise<Visitor> {
  const visitor = servers.visitor();
  await servers.db.query('delete from caught_mail where recipient = $1', [email]);
  await yes(visitor.post('/api/sign-in/code', { email }));
  const { body } = await servers.mailTo(email, /kode|code/i);
  const code = /\d{6}/.exec(body)?.[0];
  const me = await yes(
    visitor.post<{ grants: { id: string; classCode: string | null }[] }>('/api/sign-in', {
      email,
      code,
    }),
  );
  if (role?.classCode) {
    const grant = me.grants.find((held) => held.classCode === role.classCode);
    await yes(visitor.post('/api/act-as', { grantId: grant?.id }));
  }
  return visitor;
}
