import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;

/** Bytes as they are and compressed in both ways, with the tag that tells them from other bytes. */
export interface Encoded {
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
  readonly etag: string;
}

/** `quality` is Brotli's, 0 to 11: high for what is compressed once, low for what is waited for. */
export async function encode(plain: Buffer, quality: number): Promise<Encoded> {
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: plain.length };
  const [br, zipped] = await Promise.all([brotli(plain, { params }), zip(plain)]);
  return { plain, br, gzip: zipped, etag: etagOf(plain) };
}

/** For bytes that are compressed already, such as fonts. */
export function asTheyAre(plain: Buffer): Encoded {
  return { plain, br: null, gzip: null, etag: etagOf(plain) };
}

/** Weak, because the same page in two encodings is the same page. */
function etagOf(plain: Buffer): string {
  return `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
}

/** How much memory it takes, in bytes. */
export function sizeOf({ plain, br, gzip }: Encoded): number {
  return plain.length + (br?.length ?? 0) + (gzip?.length ?? 0);
}

/** What is sent with the bytes, made once: header names and values in turn, for each encoding. */
export interface Ready {
  readonly bytes: Encoded;
  readonly headers: Readonly<Record<'plain' | 'br' | 'gzip' | 'unchanged', readonly string[]>>;
}

/** Puts the headers of an answer together ahead of time, so that answering only has to choose. */
export function ready(bytes: Encoded, headers: Readonly<Record<string, string>>): Ready {
  const common = [...Object.entries(headers).flat(), 'ETag', bytes.etag, 'Vary', 'Accept-Encoding'];
  const whole = (body: Buffer | null) => [...common, 'Content-Length', String(body?.length ?? 0)];
  return {
    bytes,
    headers: {
      plain: whole(bytes.plain),
      br: [...whole(bytes.br), 'Content-Encoding', 'br'],
      gzip: [...whole(bytes.gzip), 'Content-Encoding', 'gzip'],
      unchanged: common,
    },
  };
}

/** Answers with the bytes in an encoding that the browser takes, or 304 when it has them. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { bytes, headers }: Ready,
): void {
  if (status === 200 && holds(request.headers['if-none-match'], bytes.etag)) {
    write(response, 304, headers.unchanged);
    return;
  }
  const accepted = request.headers['accept-encoding'];
  const encoding =
    bytes.br && takes(accepted, 'br')
      ? 'br'
      : bytes.gzip && takes(accepted, 'gzip')
        ? 'gzip'
        : 'plain';
  const body = bytes[encoding] ?? bytes.plain;
  write(response, status, headers[encoding], request.method === 'HEAD' ? undefined : body);
}

/** Headers set before, by whatever stands in front, are kept unless they are set here. */
function write(
  response: ServerResponse,
  status: number,
  headers: readonly string[],
  body?: Buffer,
): void {
  if (response.getHeaderNames().length === 0) {
    response.writeHead(status, headers as string[]);
  } else {
    response.statusCode = status;
    for (let at = 0; at < headers.length; at += 2) {
      response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
    }
  }
  response.end(body);
}

function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => {
    const tag = one.trim();
    return tag === '*' || tag.replace(/^W\//, '') === etag.slice(2);
  });
}

function takes(header: string | string[] | undefined, encoding: string): boolean {
  if (header === undefined) return false;
  return String(header)
    .split(',')
    .some((one) => {
      const [name, ...parameters] = one.split(';').map((part) => part.trim());
      return name === encoding && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
    });
}
