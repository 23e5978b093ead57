import { connect } from 'node:net';
import type { Route } from '../../src/http/route';
import { createHttpServer, type HttpServer } from '../../src/http/server';

const errors: unknown[] = [];
const routes: Route[] = [
  {
    method: 'GET',
    path: '/hello/:name',
    handle: async ({ params, query }) => ({ status: 200, body: { name: params.name, q: query.get('q') } }),
  },
  {
    method: 'POST',
    path: '/echo',
    handle: async ({ body }) => ({
      status: 200,
      body: new Uint8Array(body),
      type: 'application/octet-stream',
    }),
  },
  {
    method: 'GET',
    path: '/bug',
    handle: async () => {
      throw new Error('secret detail');
    },
  },
];
let server: HttpServer;
let base: string;

beforeAll(async () => {
  server = createHttpServer({ routes, maxBodyBytes: 1_000, onError: (error) => errors.push(error) });
  base = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
});
afterAll(() => server.close());

test('path parameters, query and JSON', async () => {
  const answer = await fetch(`${base}/hello/%E8%82%B2?q=1`);
  expect(await answer.json()).toEqual({ name: '育', q: '1' });
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('bytes come back as they went', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const answer = await fetch(`${base}/echo`, { method: 'POST', body: bytes });
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
});

test('somebody who goes away in the middle of a request is no error', async () => {
  const before = errors.length;
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.write('POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await fetch(`${base}/hello/x`)).status).toBe(200);
  expect(errors).toHaveLength(before);
});

test('idle connections outlive those of proxies', async () => {
  expect((await fetch(`${base}/hello/x`)).headers.get('keep-alive')).toBe('timeout=75');
});

test('a body above the limit is refused, announced or not', async () => {
  expect((await fetch(`${base}/echo`, { method: 'POST', body: 'x'.repeat(1_001) })).status).toBe(413);
  const streamed = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => {
      socket.write('POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
      socket.write(`7d0\r\n${'x'.repeat(2_000)}\r\n`);
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data));
    });
  });
  expect(streamed).toMatch(/^HTTP\/1\.1 413/);
});

test('whoever is still sending what is too large is not cut off', async () => {
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  let closed = false;
  for (const event of ['end', 'error', 'close']) socket.once(event, () => (closed = true));
  const answered = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
  const piece = `7d0\r\n${'x'.repeat(2_000)}\r\n`;
  socket.write(`POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${piece}`);
  expect(await answered).toMatch(/^HTTP\/1\.1 413/);
  for (let more = 0; more < 5; more += 1) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(closed).toBe(false);
  socket.destroy();
});

test('a bug is answered without its detail and reported', async () => {
  const answer = await fetch(`${base}/bug`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
  expect(errors).toHaveLength(1);
});

test('an unknown path is 404, a known path with another method 405', async () => {
  expect((await fetch(`${base}/nothing`)).status).toBe(404);
  expect((await fetch(`${base}/echo`)).status).toBe(405);
});
