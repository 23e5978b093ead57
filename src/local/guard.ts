import type { HttpRequest, HttpResponse, Route } from '../http/route';

/** Null lets a request pass. */
export type Guard = (request: Pick<HttpRequest, 'headers'>) => HttpResponse | null;

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Without Azure nobody is authenticated, so only pages of this very server, and programs on this machine, may speak to it:
 * a foreign `Host` (DNS rebinding), a foreign `Origin` and a browser's cross-site request are answered 403.
 * `baseUrl` gives the port; it is asked at each request, since the port may be known only after listening.
 */
export function localGuard(baseUrl: () => string): Guard {
  return ({ headers }) => {
    const port = new URL(baseUrl()).port || '80';
    const hosts = LOOPBACK_NAMES.flatMap((name) =>
      port === '80' ? [name, `${name}:80`] : [`${name}:${port}`],
    );
    const origins = hosts.map((host) => `http://${host}`);
    const { host, origin } = headers;
    const site = headers['sec-fetch-site'];

    if (typeof host !== 'string' || !hosts.includes(host.toLowerCase())) return refused('foreign Host');
    if (origin !== undefined && (typeof origin !== 'string' || !origins.includes(origin.toLowerCase()))) {
      return refused('foreign Origin');
    }
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refused('cross-site request');
    return null;
  };
}

const refused = (reason: string): HttpResponse => ({ status: 403, body: `forbidden: ${reason}` });

/** The same route, behind the guard. */
export const behind =
  (guard: Guard) =>
  (route: Route): Route => ({ ...route, handle: async (request) => guard(request) ?? route.handle(request) });
