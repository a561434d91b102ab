// The limit of a page from memory: node:http, Brotli bytes, strong ETag.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import http from 'node:http';
import zlib from 'node:zlib';

const html = fs.readFileSync(process.env.PAGE);
const bytes = zlib.brotliCompressSync(html);
const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
http
  .createServer((request, response) => {
    const base = {
      etag,
      'cache-control': 'public, max-age=0, s-maxage=5',
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, base);
      response.end();
      return;
    }
    response.writeHead(200, {
      ...base,
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'content-length': bytes.length,
    });
    response.end(bytes);
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
