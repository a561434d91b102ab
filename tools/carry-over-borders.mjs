// Carries municipality borders over from a TopoJSON file (2024, object Kommuner, property
// kommunenummer, longitude and latitude) into small SVG paths and a list of who borders on whom; borders
// of 2020 follow from the register:
// node tools/carry-over-borders.mjs <TopoJSON file> [<folder to write to>]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { geoTransverseMercator } from 'd3-geo';
import { feature, mergeArcs, neighbors } from 'topojson-client';

const register = join(import.meta.dirname, '../libs/municipalities/api/register-data');
const [source, target = join(register, '../outlines')] = process.argv.slice(2);
if (source === undefined) {
  console.error('usage: carry-over-borders <TopoJSON file> [<folder to write to>]');
  process.exit(2);
}

const attribution = '© Kartverket, CC BY 4.0, simplified';
/** The map is drawn on the meridian of Norway's own national grid (zone 33). */
const mapMeridian = 15;
const mapWidth = 4000;
const landWidth = 400;
/** Points of the coast: it is a ground for marks, not a chart. */
const landPoints = 1000;
const outlineBox = 100;
/** Points that an outline may have: enough for a mark the size of a portrait. */
const outlinePoints = 115;

/** A projection on the meridian, in square units with y growing southwards. */
function onMeridian(longitude) {
  const projection = geoTransverseMercator().rotate([-longitude, 0]).scale(1e6).translate([0, 0]);
  return ([lon, lat]) => projection([lon, lat]);
}

/** Drops the points whose triangle with their neighbours is smallest, down to `area`; ends stay. */
function simplified(points, area) {
  const kept = points.slice();
  while (kept.length > 2) {
    let least = area;
    let at = -1;
    for (let i = 1; i < kept.length - 1; i++) {
      const size = triangle(kept[i - 1], kept[i], kept[i + 1]);
      if (size < least) [least, at] = [size, i];
    }
    if (at < 0) break;
    kept.splice(at, 1);
  }
  return kept;
}
function triangle([ax, ay], [bx, by], [cx, cy]) {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}
function ringArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++)
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return Math.abs(sum) / 2;
}

/**
 * Leaves out islands with less than 5 % of the land as long as each makes the whole reach more than a
 * tenth further: a skerry far out would shrink the mark. On the map they all stay.
 */
function withoutFarSkerries(rings) {
  const reach = (some) => {
    const [x0, y0, x1, y1] = bounds(some.flat());
    return Math.max(x1 - x0, y1 - y0);
  };
  const land = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  const skerries = new Set(rings.filter((ring) => ringArea(ring) < 0.05 * land));
  const mainland = rings.filter((ring) => !skerries.has(ring));
  const near = (some) => reach([...mainland, ...some]);
  const rising = [...skerries].toSorted((a, b) => near([a]) - near([b]));
  const kept = [];
  for (const skerry of rising) {
    if (near([...kept, skerry]) > 1.1 * reach(mainland)) break;
    kept.push(skerry);
  }
  return [...mainland, ...kept];
}

/** As fine as the number of points allows; islands too small to be seen beside the largest are left out. */
function withinPoints(rings, most) {
  const largest = Math.max(...rings.map(ringArea));
  for (let area = 0.2; ; area *= 1.3) {
    const seen = rings
      .filter((ring) => ringArea(ring) >= Math.min(4 * area, largest))
      .map((ring) => simplified(ring, area));
    if (seen.flat().length <= most) return seen;
  }
}

/** Rings as one path of relative steps, each a whole number of `grid`, written as short as SVG reads. */
function pathOf(rings, grid) {
  const show = (steps) => {
    const number = Number((steps * grid).toFixed(1));
    return String(number).replace(/^(-?)0\./, '$1.');
  };
  const inRow = (numbers) =>
    numbers.reduce((text, number) => {
      const parted = number.startsWith('-') || (number.startsWith('.') && /\.\d*$/.test(text));
      return parted ? text + number : `${text} ${number}`;
    });
  return rings
    .map((ring) => {
      const steps = ring.map(([x, y]) => [Math.round(x / grid), Math.round(y / grid)]);
      const distinct = steps.filter(
        ([x, y], i) => i === 0 || x !== steps[i - 1][0] || y !== steps[i - 1][1],
      );
      if (distinct.length < 4) return '';
      const drawn = distinct
        .slice(1, -1)
        .flatMap(([x, y], i) => [show(x - distinct[i][0]), show(y - distinct[i][1])]);
      return `M${inRow(distinct[0].map(show))}l${inRow(drawn)}z`;
    })
    .join('');
}

function bounds(points) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
const ringsOf = (geometry) =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
const ringsByNumber = (topology) =>
  feature(topology, topology.objects.Kommuner)
    .features.map(({ properties, geometry }) => [properties.kommunenummer, ringsOf(geometry)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Each municipality by itself, north up, as large as the box allows and in the middle of it. */
function outlines(topology) {
  const paths = ringsByNumber(topology).map(([number, rings]) => {
    const [west, , east] = bounds(rings.flat());
    const project = onMeridian((west + east) / 2);
    const projected = withoutFarSkerries(rings.map((ring) => ring.map(project)));
    const [x0, y0, x1, y1] = bounds(projected.flat());
    const scale = outlineBox / Math.max(x1 - x0, y1 - y0);
    const inX = (outlineBox - (x1 - x0) * scale) / 2;
    const inY = (outlineBox - (y1 - y0) * scale) / 2;
    const placed = projected.map((ring) =>
      ring.map(([x, y]) => [(x - x0) * scale + inX, (y - y0) * scale + inY]),
    );
    return [number, pathOf(withinPoints(placed, outlinePoints), 0.1)];
  });
  return {
    attribution,
    viewBox: `0 0 ${outlineBox} ${outlineBox}`,
    paths: Object.fromEntries(paths),
  };
}

/** The whole country. Borders are simplified as the lines two neighbours share, so that no gap opens. */
function map(topology) {
  const project = onMeridian(mapMeridian);
  const arcs = topology.arcs.map((arc) => arc.map(project));
  const [x0, y0, x1, y1] = bounds(arcs.flat());
  const ratio = mapWidth / (x1 - x0);
  const placed = arcs.map((arc) => arc.map(([x, y]) => [(x - x0) * ratio, (y - y0) * ratio]));
  const lines = placed.map((arc) => simplified(arc, 3));
  const paths = ringsByNumber({ ...topology, arcs: lines }).map(([number, rings]) => {
    const largest = Math.max(...rings.map(ringArea));
    const seen = rings.filter((ring) => ringArea(ring) >= Math.min(6, largest));
    return [number, pathOf(seen, 1)];
  });
  const height = Math.ceil((y1 - y0) * ratio);
  return { attribution, viewBox: `0 0 ${mapWidth} ${height}`, paths: Object.fromEntries(paths) };
}

/** The coast alone, small enough to stand in a page, and the middle of each municipality on it. */
function land(topology, before) {
  const project = onMeridian(mapMeridian);
  const arcs = topology.arcs.map((arc) => arc.map(project));
  const [x0, y0, x1, y1] = bounds(arcs.flat());
  const ratio = landWidth / (x1 - x0);
  const place = ([x, y]) => [(x - x0) * ratio, (y - y0) * ratio];
  const whole = mergeArcs(topology, topology.objects.Kommuner.geometries);
  const rings = ringsOf(feature(topology, whole).geometry).map((ring) =>
    ring.map((point) => place(project(point))),
  );
  const middles = [...ringsByNumber(before), ...ringsByNumber(topology)].map(([number, own]) => {
    const largest = own
      .map((ring) => ring.map((point) => place(project(point))))
      .toSorted((a, b) => ringArea(b) - ringArea(a))[0];
    return [number, middleOf(largest).map((at) => Math.round(at * 10) / 10)];
  });
  const height = Math.ceil((y1 - y0) * ratio);
  return {
    attribution,
    viewBox: `0 0 ${landWidth} ${height}`,
    paths: { land: pathOf(withinPoints(rings, landPoints), 0.5) },
    places: Object.fromEntries(middles.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The centre of gravity of a ring. */
function middleOf(ring) {
  let [area, mx, my] = [0, 0, 0];
  for (let i = 0; i < ring.length - 1; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross;
    mx += (ring[i][0] + ring[i + 1][0]) * cross;
    my += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return [mx / (3 * area), my / (3 * area)];
}

/** Who shares a line of the border on land with whom, by number. Across a fjord nobody does. */
function neighbours(topology) {
  const { geometries } = topology.objects.Kommuner;
  const numbers = geometries.map(({ properties }) => properties.kommunenummer);
  const pairs = neighbors(geometries).map((row, at) => [
    numbers[at],
    row.map((other) => numbers[other]).toSorted(),
  ]);
  return Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function writeNeighbours(name, topology) {
  const list = { attribution, neighbours: neighbours(topology) };
  const text = `${JSON.stringify(list).replaceAll('],"', '],\n"')}\n`;
  writeFileSync(join(target, name), text);
  console.log(
    `${name}: ${Object.keys(list.neighbours).length} municipalities, ${text.length} bytes`,
  );
}

function write(name, drawing) {
  const missing = Object.entries(drawing.paths).filter(([, path]) => path === '');
  if (missing.length > 0) throw new Error(`${name}: nothing is left of ${missing.map(([n]) => n)}`);
  const text = `${JSON.stringify(drawing, null, 0).replaceAll(',"', ',\n"')}\n`;
  writeFileSync(join(target, name), text);
  console.log(`${name}: ${Object.keys(drawing.paths).length} paths, ${text.length} bytes`);
}

/** Arcs as plain longitude and latitude, whether or not the file holds them as quantized steps. */
function unquantized({ transform, ...topology }) {
  if (transform === undefined) return topology;
  const { scale, translate } = transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...topology, arcs };
}
/** The same borders under the numbers of 2020, with what was parted in 2024 put together again. */
function structureOf2020(topology) {
  const versions = parse(readFileSync(join(register, 'municipality-versions.csv'), 'utf8'), {
    columns: true,
  });
  const successions = parse(readFileSync(join(register, 'successions.csv'), 'utf8'), {
    columns: true,
  });
  const in2021 = versions.filter(
    (row) =>
      row.valid_from <= '2021-01-01' && !(row.valid_to !== '' && row.valid_to <= '2021-01-01'),
  );
  const numberOf = (key) => in2021.find((row) => row.key === key)?.number;
  const separatedFrom = (key) =>
    successions.find((row) => row.to_key === key && row.kind === 'separated')?.from_key;
  const parts = Map.groupBy(topology.objects.Kommuner.geometries, ({ properties }) => {
    const { key } = versions.find(
      (row) => row.number === properties.kommunenummer && row.valid_to === '',
    );
    return numberOf(key) ?? numberOf(separatedFrom(key));
  });
  const geometries = [...parts].map(([kommunenummer, geometry]) => ({
    ...(geometry.length === 1 ? geometry[0] : mergeArcs(topology, geometry)),
    properties: { kommunenummer },
  }));
  return { ...topology, objects: { Kommuner: { type: 'GeometryCollection', geometries } } };
}

const borders = unquantized(JSON.parse(readFileSync(source, 'utf8')));
write('municipality-outlines-2024.json', outlines(borders));
write('norway-map-2024.json', map(borders));
write('norway-map-2020.json', map(structureOf2020(borders)));
write('norway-land-2024.json', land(borders, structureOf2020(borders)));
writeNeighbours('municipality-neighbours-2024.json', borders);
