import http from 'node:http';

/**
 * A GET or POST as a proxy in front would pass it on. A GET that a kept connection has lost, because the server closed
 * it in the same moment, is asked again, as browsers do; a fresh connection that is lost is a failure.
 */
export function ask(base, target, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((answered, failed) => {
    const request = http.request(base + target, { method, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        answered({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.once('error', (error) => {
      const lost = error.code === 'ECONNRESET' && request.reusedSocket && method === 'GET';
      if (lost) ask(base, target, { headers }).then(answered, failed);
      else failed(error);
    });
    request.end(body && JSON.stringify(body));
  });
}
