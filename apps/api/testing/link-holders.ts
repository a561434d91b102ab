import { LinkTokens } from '@award/access/api';
import type { Ask, Caller } from '../rehearsal/leak-scan';
import { routesOf } from '../routes';
import type { TestApp } from './test-app';

const NO_HASH = '0'.repeat(64);
/** Signs somebody in, or belongs to the demo alone. */
const OTHER_DOORS = /^\/api\/(demo|sign-in|sign-out)(\/|$)/;
/** Acts by a link with all that they need. */
const WHOLE: readonly [string, object][] = [
  ['/api/approval-link/approve', { sha256: NO_HASH }],
  [
    '/api/partner-link/endorsement',
    { answer: 'endorsed', contributions: [], signerName: 'A', signerTitle: 'B', textHash: NO_HASH },
  ],
  ['/api/partner-link/survey', { ratings: {}, services: [], size: '1-9', trade: 'industry' }],
  ['/api/partner-pass-on', { name: 'Nok en', email: 'nok.en@lenker.example', language: 'nb' }],
];

/** Who holds a personal link, by the number of the municipality: the link is good, and stands in the header as it stood in a mail. */
export interface LinkHolders {
  /** Named for what the link is for: `partner-9001`. */
  callers: Caller[];
  /** Every act that is open to somebody without an account, with nothing in it and with all that it needs. */
  acts: Ask[];
}

/** For each municipality a partner, an approver, a holder of the link that is passed on and who sent a tip; and two who follow. */
export async function linkHolders(
  { db, get, visitor }: TestApp,
  editionId: string,
  numbers: readonly string[],
): Promise<LinkHolders> {
  const tokens = get(LinkTokens);
  const callers: Caller[] = [];
  const holder = (name: string, token: string) =>
    callers.push({ name, visitor: visitor(), headers: { 'link-token': token } });
  const made = async (sql: string, values: unknown[]): Promise<string> =>
    (await db.query(`${sql} returning id`, values))[0].id;
  for (const number of numbers) {
    const [{ id, municipality }] = await db.query(
      `select n.id, n.municipality_id as municipality from nomination n join municipality_version v using (municipality_id)
       where n.edition_id = $1 and v.number = $2 and v.valid_to is null and n.state <> 'withdrawn'`,
      [editionId, number],
    );
    const whose = [id, editionId, `holder-${number}@lenker.example`];
    const partner = await made(
      `insert into partner (nomination_id, edition_id, email, name, language, origin, expires_at)
       values ($1, $2, $3, 'Bedriften', 'nb', 'municipality', award_now() + interval '1 year')`,
      whose,
    );
    holder(`partner-${number}`, tokens.tokenOf('partner', partner));
    const approval = await made(
      `insert into approval (nomination_id, edition_id, email, approver, name, expires_at)
       values ($1, $2, $3, 'chief-executive', 'Direktøren', award_now() + interval '1 year')`,
      whose,
    );
    holder(`approver-${number}`, tokens.tokenOf('approval', approval));
    const [{ generation }] = await db.query(
      `insert into pass_on_link (nomination_id, edition_id) values ($1, $2)
       on conflict (nomination_id) do update set revoked_at = null returning generation`,
      [id, editionId],
    );
    holder(`pass-on-${number}`, tokens.tokenOf('pass-on', id, generation));
    const tip = await made(
      `insert into tip (nomination_id, edition_id, sender_email, municipality_id, why, sender_name, relation, language, expires_at, confirmed_at)
       values ($1, $2, $3, $4, 'De svarer.', 'Tipseren', 'resident', 'nb', award_now() + interval '1 year', award_now())`,
      [...whose, municipality],
    );
    holder(`tip-${number}`, tokens.tokenOf('tip', tip));
  }
  const [one, other] = await Promise.all(
    ['vil.folge', 'har.fulgt'].map((name) =>
      made(
        `insert into follower (email, language, confirmed_at) values ($1, 'nb', case when $1 like 'har%' then award_now() end)`,
        [`${name}@lenker.example`],
      ),
    ),
  );
  holder('follow', tokens.tokenOf('follow', one ?? ''));
  const stop = tokens.tokenOf('unfollow', other ?? '');
  holder('unfollow', stop);
  const acts = routesOf({ get }).filter(
    ({ method, path, open }) => open && method !== 'GET' && !OTHER_DOORS.test(path),
  );
  return {
    callers,
    acts: [
      ...acts.map(({ method, path }) => ({ method, path, body: '{}' })),
      ...WHOLE.map(([path, body]) => ({ method: 'POST', path, body: JSON.stringify(body) })),
      { method: 'POST', path: `/api/follow/stop?link=${stop}`, body: '{}' },
    ],
  };
}
