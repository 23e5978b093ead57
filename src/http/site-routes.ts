import type { HttpResponse, Route } from './route';

export interface SiteRoutesOptions {
  /** True once messages can be taken. */
  readonly ready: () => boolean;
  /** The file behind a link, or null. */
  readonly file: (token: string) => Promise<{ name: string; mediaType: string; content: Uint8Array } | null>;
  readonly texts: {
    readonly linkExpired: string;
    readonly privacy: string;
    readonly terms: string;
    readonly front: string | null;
  };
}

const PAGE_POLICY = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" };

const html = (text: string, status = 200): HttpResponse => ({
  status,
  type: 'text/html; charset=utf-8',
  headers: PAGE_POLICY,
  body: `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>育成ナビ</title><body style="font:16px/1.8 sans-serif;max-width:40em;margin:3em auto;padding:0 1em">${text}</body></html>`,
});

const page = (path: string, text: string): Route => ({ method: 'GET', path, handle: async () => html(text) });

/** Health, file links, and the two pages that a Teams app has to name. */
export function siteRoutes(options: SiteRoutesOptions): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: async () => ({ status: 200, body: { status: 'ok' } }) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () =>
        options.ready()
          ? { status: 200, body: { status: 'ready' } }
          : { status: 503, body: { status: 'starting' } },
    },
    {
      method: 'GET',
      path: '/files/:token',
      async handle({ params }) {
        const file = await options.file(params.token ?? '');
        if (file === null) return html(options.texts.linkExpired, 404);
        // A page to be printed is shown, and may load and run nothing; anything else is saved.
        const isPage = file.mediaType.startsWith('text/html');
        const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`;
        return {
          status: 200,
          type: file.mediaType,
          headers: {
            'Content-Disposition': `${isPage ? 'inline' : 'attachment'}; ${name}`,
            ...(isPage ? PAGE_POLICY : {}),
          },
          body: file.content,
        };
      },
    },
    ...(options.texts.front === null ? [] : [page('/', options.texts.front)]),
    page('/privacy', options.texts.privacy),
    page('/terms', options.texts.terms),
  ];
}
