/**
 * Since when an entry names somebody whom a member who declared earlier has not seen: a business that
 * has endorsed and does not stand in the form, or other partners or neighbours than in the version
 * that was sent before. SQL over `nomination n`; null when nothing has come.
 */
export const FACTS_CHANGED_AT = `(select max(x.at) from (
    select g.endorsed_at as at from endorsement g
      join partner p on p.id = g.partner_id and p.revoked_at is null
      join nomination_version sent on sent.id = n.submitted_version_id
    where g.nomination_id = n.id and g.answer = 'endorsed'
      and not exists (select from jsonb_to_recordset(sent.content -> 'partners') as named (name text, "organisationNumber" text)
        where lower(btrim(named.name)) = lower(btrim(p.name))
          or regexp_replace(named."organisationNumber", '\\D', '', 'g') = p.organisation_number)
    union all
    select sent.saved_at from nomination_version sent
      join lateral (select v.content from nomination_version v where v.nomination_id = n.id and v.kind = 'submitted' and v.number < sent.number
        order by v.number desc limit 1) earlier on true
    where sent.id = n.submitted_version_id
      and (sent.content -> 'partners' is distinct from earlier.content -> 'partners'
        or sent.content -> 'neighbours' is distinct from earlier.content -> 'neighbours')) x)`;
