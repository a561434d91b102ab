/**
 * Pseudo-random numbers that are the same on every machine: only sums, products, quotients and
 * square roots are used, which all machines round alike, and logarithms and powers made of them.
 */

const { imul, sqrt } = Math;

/** A seed from a text: 32 bits (FNV-1a over UTF-16 units). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export interface SeededRandom {
  /** Uniform, at least 0 and below 1. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Gamma with this shape (above 0) and scale 1. */
  readonly gamma: (shape: number) => number;
}

/** A stream of numbers from a seed: mulberry32, Marsaglia's polar method, Marsaglia and Tsang's gamma. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed;
  let spare: number | null = null;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = imul(state ^ (state >>> 15), 1 | state);
    word = (word + imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = sqrt((-2 * logarithm(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * exponential(logarithm(1 - uniform()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / sqrt(9 * d);
    for (;;) {
      const x = normal();
      const side = 1 + c * x;
      const v = side * side * side;
      if (v <= 0) continue;
      if (logarithm(1 - uniform()) < (x * x) / 2 + d - d * v + d * logarithm(v)) return d * v;
    }
  };
  return { uniform, normal, gamma };
}

const LN2 = 0.6931471805599453;
/** 1/25, 1/23 … 1/3, 1: the series of the inverse hyperbolic tangent. */
const ODD_SHARES = Float64Array.from({ length: 13 }, (_, at) => 1 / (25 - 2 * at));
const SQRT2 = 1.4142135623730951;

/** The natural logarithm of a positive number, to the last digits: powers of two, then a series. */
function logarithm(value: number): number {
  let mantissa = value;
  let power = 0;
  while (mantissa > SQRT2) {
    mantissa /= 2;
    power += 1;
  }
  while (mantissa < SQRT2 / 2) {
    mantissa *= 2;
    power -= 1;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let at = 0; at < ODD_SHARES.length; at += 1) sum = sum * square + ODD_SHARES[at];
  return power * LN2 + 2 * ratio * sum;
}

/** e to a power that is not positive, to the last digits. */
function exponential(power: number): number {
  const halvings = Math.min(Math.round(-power / LN2), 1100);
  const rest = power + halvings * LN2;
  let sum = 1;
  for (let term = 20; term >= 1; term -= 1) sum = 1 + (rest / term) * sum;
  for (let turn = 0; turn < halvings; turn += 1) sum /= 2;
  return sum;
}
