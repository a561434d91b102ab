/**
 * Who may do what in the database, set after the migrations each time: a table that a later version brings is opened to
 * the server too. The server works as kaaring_app, which cannot rewrite the log; public pages read as kaaring_public,
 * which sees only what is released.
 */
export const RIGHTS = `
do $$
begin
  begin
    if not exists (select from pg_roles where rolname = 'kaaring_app') then create role kaaring_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'kaaring_public') then create role kaaring_public nologin; end if;
  exception
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then raise warning 'No right to create roles: the server runs as the owner. See docs/operating.md.';
  end;
  if exists (select from pg_roles where rolname = 'kaaring_app') then
    execute 'grant usage on schema public to kaaring_app, kaaring_public';
    execute 'grant select, insert, update, delete on all tables in schema public to kaaring_app';
    execute 'grant usage, select on all sequences in schema public to kaaring_app';
    execute 'revoke update, delete, truncate on audit from kaaring_app';
    execute 'revoke insert, update, delete on installation from kaaring_app';
    execute 'grant select on released_entry, public_release, public_edition, public_edition_class, public_participation, public_participation_county,
      public_stepped_out, public_juror, public_rules, public_correction, public_postponement, public_release_text, public_image, public_image_size, public_example, public_retention,
      municipality_version, population, succession, industry_jobs, industry_jobs_of_country to kaaring_public';
    execute 'grant select (id, stable_key, organisation_number, written_form, invented) on municipality to kaaring_public';
    execute 'grant select (id, revision, about) on public_state to kaaring_public';
    execute 'grant select (kind, clock_offset) on installation to kaaring_public';
    begin
      if not (pg_has_role('kaaring_app', 'member') and pg_has_role('kaaring_public', 'member')) then
        execute 'grant kaaring_app, kaaring_public to current_user';
      end if;
    exception when insufficient_privilege then
      raise warning 'No right to become kaaring_app: the server runs as the owner. See docs/operating.md.';
    end;
  end if;
end $$;
`;
