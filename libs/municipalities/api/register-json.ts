/** Reads answers of the public registers, whose shape is theirs to change: what does not fit is told. */

/** An answer of a public register that does not have its documented shape. */
export class RegisterSourceError extends Error {
  constructor(
    readonly source: string,
    readonly problem: string,
  ) {
    super(`${source}: ${problem}`);
  }
}

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Typed access to one object of an answer; `path` is shown when something is missing. */
export class JsonReader {
  constructor(
    readonly source: string,
    private readonly value: JsonRecord,
    private readonly path = '',
  ) {}

  static of(source: string, json: unknown): JsonReader {
    if (!isRecord(json)) throw new RegisterSourceError(source, 'the answer is not an object');
    return new JsonReader(source, json);
  }

  object(name: string): JsonReader {
    return this.optionalObject(name) ?? this.fail(name, 'an object');
  }

  optionalObject(name: string): JsonReader | null {
    const value = this.value[name];
    return isRecord(value) ? new JsonReader(this.source, value, `${this.path}${name}.`) : null;
  }

  objects(name: string): JsonReader[] {
    const value = this.value[name];
    if (!Array.isArray(value)) this.fail(name, 'a list');
    return (value as unknown[]).map((item, at) =>
      isRecord(item)
        ? new JsonReader(this.source, item, `${this.path}${name}[${at}].`)
        : this.fail(`${name}[${at}]`, 'an object'),
    );
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.fail(name, 'a text');
  }

  /** null when it is missing, empty or no text. */
  optionalText(name: string): string | null {
    const value = this.value[name];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  texts(name: string): string[] {
    const value = this.value[name];
    return Array.isArray(value) && value.every((item): item is string => typeof item === 'string')
      ? value
      : this.fail(name, 'a list of texts');
  }

  whole(name: string): number {
    const value = this.value[name];
    return typeof value === 'number' && Number.isInteger(value)
      ? value
      : this.fail(name, 'a whole number');
  }

  wholes(name: string): number[] {
    const value = this.value[name];
    return Array.isArray(value) && value.every((item): item is number => Number.isInteger(item))
      ? value
      : this.fail(name, 'a list of whole numbers');
  }

  /** The value as it is, for shapes that come in several forms. */
  raw(name: string): unknown {
    return this.value[name];
  }

  names(): string[] {
    return Object.keys(this.value);
  }

  fail(name: string, wanted: string): never {
    throw new RegisterSourceError(this.source, `${this.path}${name} is not ${wanted}`);
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
