import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { HttpRequest, HttpResponse, Route } from './route';

export interface HttpServer {
  /** The port listened on (useful when 0 was asked for). */
  listen(host: string, port: number): Promise<number>;
  /** Stops taking connections and waits for the requests in flight. */
  close(): Promise<void>;
}

/** Bot Framework activities stay far below; uploads have their own limit. */
const MAX_BODY_BYTES = 12 * 1024 * 1024;

/** Longer than proxies and the channel keep an idle connection, so that none of them writes into one that is being closed. */
const KEEP_ALIVE_MS = 75_000;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/**
 * Serves `routes`. A handler that throws answers 500 without a detail; `onError` is told of it.
 * A body above `maxBodyBytes` is answered 413 before its end, and no more of it is kept.
 */
export function createHttpServer(options: {
  routes: readonly Route[];
  maxBodyBytes?: number;
  onError: (error: unknown, path: string) => void;
}): HttpServer {
  const server = restify.createServer({ name: 'ikusei-navi', handleUncaughtExceptions: false });
  server.server.keepAliveTimeout = KEEP_ALIVE_MS;
  const limit = options.maxBodyBytes ?? MAX_BODY_BYTES;
  for (const route of options.routes) {
    const handler = async (request: restify.Request, response: restify.Response): Promise<void> => {
      let answer: HttpResponse;
      try {
        const body = await readBody(request, limit);
        answer =
          body === null
            ? { status: 413, body: 'too large' }
            : await route.handle(asHttpRequest(request, body));
      } catch (error) {
        // Whoever went away in the middle of a request waits for no answer, and nothing is wrong here.
        if (!request.complete && request.destroyed) return;
        options.onError(error, route.path);
        answer = { status: 500, body: 'internal error' };
      }
      write(response, answer);
    };
    const register = { GET: server.get, POST: server.post, PUT: server.put, DELETE: server.del }[
      route.method
    ];
    register.call(server, route.path, handler);
  }
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        // restify hands the events of its HTTP server on, and without a listener of its own throws.
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
        setTimeout(() => server.server.closeAllConnections(), 5_000).unref();
      }),
  };
}

/** Null where it is too large. By events: an iterator over the stream takes several times as long. */
function readBody(request: restify.Request, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return resolve(null);
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      // The rest is let go by: who is cut off while sending never reads the answer.
      else resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the request broke off')));
  });
}

function asHttpRequest(request: restify.Request, body: Buffer): HttpRequest {
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    params: (request.params ?? {}) as Record<string, string>,
    query: url.searchParams,
    headers: request.headers,
    body,
  };
}

function write(response: restify.Response, answer: HttpResponse): void {
  const { body } = answer;
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
  const bytes = body === undefined ? '' : isJson ? JSON.stringify(body) : body;
  response.writeHead(answer.status, {
    ...SECURITY_HEADERS,
    'Content-Type': answer.type ?? (isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'),
    'Content-Length': Buffer.byteLength(bytes),
    ...answer.headers,
  });
  response.end(bytes);
}
