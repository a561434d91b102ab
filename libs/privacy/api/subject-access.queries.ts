import { OF } from './erasure.statements';

/** A part of what is held about one person. Columns are named in {@link privacyWords}. */
export interface Section {
  readonly key: string;
  /** What the secretariat is never handed, because nobody but the member may read it: it comes with the member's own. */
  readonly ownOnly?: true;
  readonly rows: string;
}

const MUNICIPALITY = `(select v.name from municipality_version v where v.municipality_id = n.municipality_id order by v.valid_from desc limit 1)`;
const OF_ENTRY = `join nomination n on n.id = x.nomination_id join edition e on e.id = n.edition_id`;

const sections: readonly Section[] = [
  {
    key: 'person',
    rows: `select x.name, x.language, x.created_at as at from person x, who where x.id = who.person`,
  },
  {
    key: 'identities',
    rows: `select x.issuer, x.subject, x.created_at as at from identity x, who where x.person_id = who.person order by 1, 2`,
  },
  {
    key: 'roles',
    rows: `select x.role, e.year, x.class_code as class, (select v.name from municipality_version v where v.municipality_id = x.municipality_id
        order by v.valid_from desc limit 1) as municipality, x.granted_at as at, x.revoked_at as ended
      from role_grant x left join edition e on e.id = x.edition_id, who where x.person_id = who.person order by x.granted_at, x.id`,
  },
  {
    key: 'sessions',
    rows: `select x.created_at as at from session x, who where x.person_id = who.person order by 1`,
  },
  {
    key: 'seats',
    rows: `select e.year, x.class_code as class, x.name, x.email, x.house, x.role, x.state, x.invited_at as at, x.pledged_at as pledged, x.decline_reason as reason
      from seat x join edition e on e.id = x.edition_id, who
      where x.person_id = who.person or lower(x.email) = any(who.emails) order by e.year, x.class_code`,
  },
  {
    key: 'relations',
    ownOnly: true,
    rows: `select x.type, coalesce(x.business_name, (select v.name from municipality_version v where v.municipality_id = x.municipality_id
        order by v.valid_from desc limit 1)) as about, x.from_year as "fromYear", x.to_year as "toYear", x.renewed_at as at
      from standing_relation x, who where x.person_id = who.person order by x.renewed_at, x.id`,
  },
  {
    key: 'declarations',
    ownOnly: true,
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.ground, x.declared_at as at
      from declaration x join seat s on s.id = x.seat_id ${OF_ENTRY}, who where s.person_id = who.person
      union all select e.year, ${MUNICIPALITY}, x.ground, x.declared_at from office_declaration x ${OF_ENTRY}, who where x.person_id = who.person
      order by 1, 4, 2`,
  },
  {
    key: 'rulings',
    ownOnly: true,
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.outcome, x.ruled_at as at
      from ruling x join seat s on s.id = x.seat_id ${OF_ENTRY}, who where s.person_id = who.person
      union all select e.year, ${MUNICIPALITY}, x.outcome, x.ruled_at from office_ruling x ${OF_ENTRY}, who where x.person_id = who.person
      order by 1, 4, 2`,
  },
  {
    key: 'sheets',
    ownOnly: true,
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.overall, (select string_agg(c.code || ': ' || v.value, ', ' order by c.position)
        from sheet_score v join criterion c on c.id = v.criterion_id where v.sheet_id = x.id) as scores,
        x.line, x.assessment, x.state, x.updated_at as at
      from score_sheet x join seat s on s.id = x.seat_id ${OF_ENTRY}, who where s.person_id = who.person order by 1, 2`,
  },
  {
    key: 'notes',
    ownOnly: true,
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.text, x.updated_at as at
      from private_note x join seat s on s.id = x.seat_id ${OF_ENTRY}, who where s.person_id = who.person order by 1, 2`,
  },
  {
    key: 'remarks',
    ownOnly: true,
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.text, x.made_at as at
      from remark x join seat s on s.id = x.seat_id ${OF_ENTRY}, who where s.person_id = who.person
      union all select e.year, null, x.text, x.put_at from motion x join seat s on s.id = x.seat_id join edition e on e.id = x.edition_id, who where s.person_id = who.person
      union all select e.year, null, x.body, x.written_at from justification_remark x join edition e on e.id = x.edition_id, who
        where x.written_by = who.person and x.kind = 'comment'
      union all select e.year, null, x.finding, x.asked_at from class_question x join edition e on e.id = x.edition_id, who where x.asked_by = who.person
      union all select e.year, null, x.text, x.made_at from minutes_objection x join seat s on s.id = x.seat_id join edition e on e.id = s.edition_id, who where s.person_id = who.person
      order by 1, 4`,
  },
  {
    key: 'votes',
    ownOnly: true,
    rows: `select e.year, x.class_code as class, x.choices::text as vote, x.cast_at as at
      from ballot_paper x join seat s on s.id = x.seat_id join edition e on e.id = x.edition_id, who where s.person_id = who.person
      union all select e.year, x.class_code, x.vote, x.cast_at
      from motion_vote x join seat s on s.id = x.seat_id join edition e on e.id = x.edition_id, who where s.person_id = who.person
      union all select e.year, x.class_code, x.answer, x.answered_at
      from class_answer x join seat s on s.id = x.seat_id join edition e on e.id = x.edition_id, who where s.person_id = who.person
      order by 1, 4`,
  },
  {
    key: 'contacts',
    rows: `select e.year, ${MUNICIPALITY} as municipality, n.content ->> 'contactName' as name, n.content ->> 'contactEmail' as email, n.content ->> 'contactPhone' as phone
      from nomination n join edition e on e.id = n.edition_id, who where lower(n.content ->> 'contactEmail') = any(who.emails) order by 1, 2`,
  },
  {
    key: 'invitations',
    rows: `select e.year, (select v.name from municipality_version v where v.municipality_id = x.municipality_id order by v.valid_from desc limit 1) as municipality,
        x.email, x.invited_at as at, x.reminded_at as reminded
      from invitation x join edition e on e.id = x.edition_id, who where lower(x.email) = any(who.emails) order by 1, 2`,
  },
  {
    key: 'approvals',
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.approver as role, x.name, x.email, x.asked_at as at, x.approved_at as answered
      from approval x ${OF_ENTRY}, who where lower(x.email) = any(who.emails) order by x.asked_at`,
  },
  {
    key: 'tips',
    rows: `select e.year, (select v.name from municipality_version v where v.municipality_id = x.municipality_id order by v.valid_from desc limit 1) as municipality,
        x.sender_name as name, x.sender_email as email, x.relation, x.region, x.why as text, x.created_at as at, x.confirmed_at as confirmed
      from tip x join edition e on e.id = x.edition_id, who where lower(x.sender_email) = any(who.emails) order by x.created_at`,
  },
  {
    key: 'partners',
    rows: `select e.year, ${MUNICIPALITY} as municipality, x.name as business, x.email, s.answer, s.signer_name as name, s.signer_title as title,
        (select string_agg(c.value, ', ') from jsonb_array_elements_text(s.contributions) c) as contributions, x.asked_at as at, s.endorsed_at as answered
      from partner x ${OF_ENTRY} left join endorsement s on s.partner_id = x.id, who where lower(x.email) = any(who.emails) order by x.asked_at`,
  },
  {
    key: 'follows',
    rows: `select x.email, (select v.name from municipality_version v where v.municipality_id = x.municipality_id order by v.valid_from desc limit 1) as municipality,
        x.asked_at as at, x.confirmed_at as confirmed from follower x, who where x.email = any(who.emails) order by x.asked_at`,
  },
  {
    key: 'clearances',
    rows: `select e.year, x.name, x.part as role, x.organisation, x.cleared_at as at, x.ended_at as ended
      from clearance x join edition e on e.id = x.edition_id, who where x.person_id = who.person order by x.cleared_at`,
  },
  {
    key: 'mail',
    rows: `select x.template, x.recipient as email, x.created_at as at, x.sent_at as sent from mail_outbox x, who
      where x.recipient = any(who.emails) and x.template <> 'sign-in-code' order by x.created_at, x.id`,
  },
  {
    key: 'acts',
    rows: `select a.act, a.acting_role as role, a.at from audit a, who where a.actor_id = who.person order by a.seq`,
  },
];

/** The sections with the statement of each: $1 the person or null, $2 the addresses. */
export const SECTIONS: readonly Section[] = sections.map((section) => ({
  ...section,
  rows: `with ${OF} ${section.rows}`,
}));
