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

/** Answers with the bytes in an encoding that the browser takes, or 304 when it has them. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  bytes: Encoded,
  headers: Readonly<Record<string, string>>,
): void {
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
  response.setHeader('ETag', bytes.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && holds(request.headers['if-none-match'], bytes.etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const accepted = request.headers['accept-encoding'];
  const encoding =
    bytes.br && takes(accepted, 'br')
      ? 'br'
      : bytes.gzip && takes(accepted, 'gzip')
        ? 'gzip'
        : null;
  const body = (encoding && bytes[encoding]) ?? bytes.plain;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : body);
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
