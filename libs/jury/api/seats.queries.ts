/**
 * What a seat is now. A deputy who has accepted waits until stepping in; a member is replaced for as
 * long as a deputy sits in the seat. Needs `seat s`. The limit keeps PostgreSQL at the index.
 */
export const SEAT_STANDING = `case
    when s.state <> 'accepted' then s.state
    when s.role = 'deputy' and s.stands_in_for_id is null then 'waiting'
    when (select true from seat stand_in where stand_in.stands_in_for_id = s.id and stand_in.state = 'accepted' limit 1) then 'replaced'
    else 'active' end`;

const SEAT = `
select s.id, s.edition_id as "editionId", s.class_code as "classCode", s.person_id as "personId", s.name, s.email, s.house, s.role,
  ${SEAT_STANDING} as standing, s.stands_in_for_id as "standsInForId", s.decline_reason as "declineReason",
  s.invited_at as "invitedAt", s.answered_at as "answeredAt"
from seat s`;

export const SEATS_OF_CLASS = `${SEAT} where s.edition_id = $1 and s.class_code = $2
order by array_position(array['leader', 'deputy-leader', 'member', 'deputy'], s.role), s.house, s.name, s.id`;

/** The acts on a class's seats that gave a reason, newest first. */
export const CHANGES_OF_CLASS = `
select t.id, t.taken_at as at, p.name as by, s.name as member, t.action, t.reason
from seat_step t join seat s on s.id = t.seat_id left join person p on p.id = t.taken_by
where s.edition_id = $1 and s.class_code = $2 and t.reason is not null order by t.taken_at desc, t.id`;

export const SEAT_BY_ID = `${SEAT} where s.id = $1`;

export const SEAT_OF_PERSON = `${SEAT} where s.edition_id = $1 and s.class_code = $2 and s.person_id = $3`;
