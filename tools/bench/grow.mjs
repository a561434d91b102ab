// A hundred times the data: copies the bench's edition into 99 earlier years, so that 3 000 entries and 27 000 sheets stand in the database.

/** @param {(sql: string, values: unknown[]) => Promise<unknown>} query */
export async function grow(query, editionId, years = 99) {
  // The copy's id follows from the original's and the year, so that keys lead to the copies.
  const of = (id) => `md5(y || ':' || ${id})::uuid`;
  const from = `from %t t, generate_series(1, ${years}) y where t.edition_id = $1`;
  const copy = async (table, columns, source = from.replace('%t', table)) => {
    const names = Object.keys(columns).join(', ');
    await query(
      `insert into ${table} (${names}) select ${Object.values(columns).join(', ')} ${source}`,
      [editionId],
    );
  };
  const same = (...names) => Object.fromEntries(names.map((name) => [name, `t.${name}`]));
  const edition = { edition_id: of('t.edition_id') };
  await copy(
    'edition',
    {
      id: of('t.id'),
      year: '1900 + y',
      ...same('name', 'phase', 'preset', 'form', 'reference_date', 'opens_at', 'deadline'),
    },
    `from edition t, generate_series(1, ${years}) y where t.id = $1`,
  );
  await copy('edition_class', {
    ...edition,
    ...same('code', 'position', 'name', 'min_population', 'max_population', 'stage'),
  });
  await copy('criterion', {
    id: of('t.id'),
    ...edition,
    ...same('code', 'position', 'name', 'guidance'),
  });
  await copy('nomination', {
    id: of('t.id'),
    ...edition,
    ...same('municipality_id', 'state', 'content', 'class_code', 'population'),
    ...same('population_date', 'population_source', 'received_at'),
  });
  const ofNomination = (table) =>
    `from ${table} t join nomination n on n.id = t.nomination_id, generate_series(1, ${years}) y where n.edition_id = $1`;
  await copy(
    'nomination_version',
    {
      id: of('t.id'),
      nomination_id: of('t.nomination_id'),
      ...same('number', 'kind', 'content', 'sha256'),
    },
    ofNomination('nomination_version'),
  );
  await query(
    `update nomination n set submitted_version_id = v.id from nomination_version v, edition e
     where v.nomination_id = n.id and e.id = n.edition_id and e.year < 2000 and n.submitted_version_id is null`,
    [],
  );
  await copy('seat', {
    id: of('t.id'),
    ...edition,
    ...same('class_code', 'person_id', 'name', 'email', 'house', 'role', 'state'),
    ...same('pledged_at', 'answered_at'),
  });
  const pair = { seat_id: of('t.seat_id'), nomination_id: of('t.nomination_id'), ...edition };
  await copy('declaration', { ...pair, ...same('answer', 'ground') });
  await copy('assignment', { ...pair, ...same('class_code', 'position') });
  await copy('score_sheet', {
    id: of('t.id'),
    ...pair,
    nomination_version_id: of('t.nomination_version_id'),
    ...same('class_code', 'overall', 'line', 'assessment', 'state', 'locked_at'),
  });
  await copy('sheet_score', {
    sheet_id: of('t.sheet_id'),
    criterion_id: of('t.criterion_id'),
    ...edition,
    value: 't.value',
  });
  await query('vacuum analyze', []);
  await query('checkpoint', []);
}
