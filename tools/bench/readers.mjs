// Thousands of open event streams in one process of their own. Told by messages what to do; answers when they heard.
import net from 'node:net';

const AT_ONCE = 200;
const sockets = [];
let heard = null;

function open(port) {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    let answered = false;
    socket.on('data', (chunk) => {
      if (!answered) {
        answered = true;
        const ok = chunk.includes('200 OK');
        if (ok) sockets.push(socket);
        done(ok);
      } else if (heard && chunk.includes('data:')) heard.push(Date.now());
    });
    socket.once('error', () => done(false));
    socket.once('close', () => {
      const at = sockets.indexOf(socket);
      if (at >= 0) sockets.splice(at, 1);
    });
    socket.write(
      'GET /api/live/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n',
    );
  });
}

const acts = {
  async open({ port, count }) {
    let failed = 0;
    for (let made = 0; made < count; made += AT_ONCE) {
      const wave = Math.min(AT_ONCE, count - made);
      const answers = await Promise.all(Array.from({ length: wave }, () => open(port)));
      failed += answers.filter((ok) => !ok).length;
    }
    return { open: sockets.length, failed };
  },
  listen() {
    heard = [];
    return {};
  },
  async heard() {
    for (let waited = 0; heard.length < sockets.length && waited < 10_000; waited += 20)
      await new Promise((later) => setTimeout(later, 20));
    return { times: heard, open: sockets.length };
  },
};

process.on('message', async ({ act, ...order }) => process.send(await acts[act](order)));
process.on('disconnect', () => process.exit(0));
