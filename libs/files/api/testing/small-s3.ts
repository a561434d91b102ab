import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from '@award/settings/api';

const SECRET = 'a secret of the test';
const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string) =>
  createHmac('sha256', key).update(text).digest();

/**
 * Storage on the loopback address that speaks as much of S3 as a store needs: objects, ranges and
 * uploads in parts. Every request must carry a signature that is right for its every byte.
 */
export async function smallS3() {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const seen: string[] = [];
  /** Answers the next so many requests with 503. */
  const faults = { next: 0 };

  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const body = Buffer.concat(parts);
      const url = new URL(request.url ?? '/', 'http://s3');
      const answer = (status: number, text: Buffer | string = '', headers = {}) =>
        response.writeHead(status, headers).end(text);
      seen.push(`${request.method} ${url.searchParams.has('uploadId') ? 'part' : 'object'}`);
      if (faults.next > 0 && faults.next--) return answer(503, '<Code>SlowDown</Code>');
      if (!signed(request, url, body)) return answer(403, '<Code>SignatureDoesNotMatch</Code>');
      const upload = url.searchParams.get('uploadId');
      const made = upload === null ? undefined : uploads.get(upload);
      if (upload !== null && made === undefined) return answer(404, '<Code>NoSuchUpload</Code>');
      if (request.method === 'POST' && url.searchParams.has('uploads')) {
        const id = randomUUID();
        uploads.set(id, new Map());
        return answer(200, `<R><UploadId>${id}</UploadId></R>`);
      }
      if (request.method === 'PUT' && made) {
        made.set(Number(url.searchParams.get('partNumber')), body);
        return answer(200, '', { etag: `"${hash(body)}"` });
      }
      if (request.method === 'POST' && made && upload !== null) {
        const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)];
        const all = named.map(([, number]) => made.get(Number(number)) ?? Buffer.alloc(0));
        const tooSmall = all.slice(0, -1).some((part) => part.length < 5 * 1024 * 1024);
        if (tooSmall) return answer(400, '<Code>EntityTooSmall</Code>');
        uploads.delete(upload);
        objects.set(url.pathname, Buffer.concat(all));
        return answer(200, '<CompleteMultipartUploadResult/>');
      }
      if (request.method === 'PUT') {
        objects.set(url.pathname, body);
        return answer(200);
      }
      const object = objects.get(url.pathname);
      if (request.method === 'DELETE') {
        if (upload === null) objects.delete(url.pathname);
        else uploads.delete(upload);
        return answer(204);
      }
      if (!object) return answer(404, '<Code>NoSuchKey</Code>');
      const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      return answer(206, object.subarray(Number(from), Number(to) + 1));
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const settings: S3Settings = {
    url: `http://127.0.0.1:${port}/bucket/filer`,
    region: 'eu-north-1',
    keyId: 'KEY',
    secret: SECRET,
  };
  return {
    settings,
    objects,
    uploads,
    seen,
    faults,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

function signed(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const given = String(request.headers.authorization ?? '');
  const [, day = '', region = '', names = '', signature = ''] =
    /Credential=KEY\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})/.exec(
      given,
    ) ?? [];
  const sum = String(request.headers['x-amz-content-sha256'] ?? '');
  if (sum !== 'UNSIGNED-PAYLOAD' && sum !== hash(body)) return false;
  const query = [...url.searchParams]
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('');
  const canonical = [request.method, url.pathname, query, headers, names, sum].join('\n');
  const time = String(request.headers['x-amz-date']);
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, hash(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (from, part) => hmac(from, part),
    `AWS4${SECRET}`,
  );
  return signature === hmac(key, toSign).toString('hex');
}
