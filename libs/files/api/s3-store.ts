import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '@award/settings/api';
import type { FileStore, KeptFile } from './file-store';

/** S3 wants parts of at least 5 MiB, the last excepted. */
const PART_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** Files as objects in storage that speaks S3, named by their random ids alone. */
export class S3Store implements FileStore {
  readonly name = 's3';
  private readonly client: AwsClient;
  private readonly folder: string;

  constructor({ url, region, keyId, secret }: S3Settings) {
    this.folder = url.replace(/\/+$/, '');
    this.client = new AwsClient({
      accessKeyId: keyId,
      secretAccessKey: secret,
      region,
      service: 's3',
      retries: 2,
      initRetryMs: 100,
    });
  }

  async keep(file: KeptFile, staged: AsyncIterable<Buffer>): Promise<void> {
    const parts = inParts(staged, PART_BYTES);
    if (file.bytes <= PART_BYTES) {
      for await (const whole of parts) await this.ask('PUT', file.id, '', whole);
      return;
    }
    const begun = await (await this.ask('POST', file.id, '?uploads=')).text();
    const upload = encodeURIComponent(/<UploadId>([^<]+)<\/UploadId>/.exec(begun)?.[1] ?? '');
    try {
      const tags: string[] = [];
      for await (const part of parts) {
        const query = `?partNumber=${tags.length + 1}&uploadId=${upload}`;
        const answer = await this.ask('PUT', file.id, query, part);
        tags.push(answer.headers.get('etag') ?? '');
      }
      const list = tags.map(
        (tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
      );
      const whole = Buffer.from(
        `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`,
      );
      const answer = await this.ask('POST', file.id, `?uploadId=${upload}`, whole);
      // S3 may answer 200 and tell of the failure in the body.
      if ((await answer.text()).includes('<Error>')) throw new Error('S3 did not join the parts');
    } catch (error) {
      await this.ask('DELETE', file.id, `?uploadId=${upload}`).catch(() => undefined);
      throw error;
    }
  }

  async *read({ id }: KeptFile, from: number, to: number): AsyncIterable<Buffer> {
    const answer = await this.ask('GET', id, '', undefined, { range: `bytes=${from}-${to}` });
    if (answer.status !== 206) throw new Error(`S3 answered ${answer.status} to a range`);
    for await (const bytes of answer.body ?? []) yield Buffer.from(bytes);
  }

  async remove(id: string): Promise<void> {
    await this.ask('DELETE', id, '');
  }

  private async ask(
    method: string,
    id: string,
    query: string,
    body?: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await this.client.fetch(`${this.folder}/${id}${query}`, {
      method,
      headers,
      ...(body ? { body: new Uint8Array(body) } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok || (method === 'DELETE' && answer.status === 404)) return answer;
    const code = /<Code>([A-Za-z]+)<\/Code>/.exec(await answer.text())?.[1] ?? '';
    throw new Error(`S3 answered ${answer.status} ${code} to ${method}`);
  }
}

async function* inParts(source: AsyncIterable<Buffer>, size: number): AsyncIterable<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source) {
    held.push(piece);
    bytes += piece.length;
    while (bytes >= size) {
      const joined = Buffer.concat(held);
      yield joined.subarray(0, size);
      held = [joined.subarray(size)];
      bytes -= size;
    }
  }
  if (bytes > 0) yield Buffer.concat(held);
}
