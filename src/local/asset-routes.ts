import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT } from '../core/project-root';
import type { HttpResponse, Route } from '../http/route';
import { param } from './http';

/** HTML and CSS are served as written, scripts as compiled; the folders are the same seen from src/ and from dist/. */
const WRITTEN = path.join(PROJECT_ROOT, 'src/local/page');
const COMPILED = path.join(PROJECT_ROOT, 'dist/local/page');

/** The page's libraries, by the name it loads them under. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  'markdown-it.js': require.resolve('markdown-it/browser'),
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
};

/** Nothing but this server's own files; cards may carry pictures as data. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** The page: its HTML at `/local/`, styles, scripts and libraries below it. */
export function assetRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      handle: async () => ({ status: 302, headers: { ...PAGE_HEADERS, Location: '/local/' } }),
    },
    { method: 'GET', path: '/local/', handle: () => serve(path.join(WRITTEN, 'page.html')) },
    {
      method: 'GET',
      path: '/local/page/:file',
      // One name without a slash or a leading dot: there is no way out of the folder.
      handle: async (request) => {
        const name = param(request, 'file');
        if (!/^[a-z][a-z0-9-]*\.(css|mjs|svg)$/.test(name)) return missing;
        return serve(path.join(name.endsWith('.mjs') ? COMPILED : WRITTEN, name));
      },
    },
    {
      method: 'GET',
      path: '/local/library/:file',
      handle: async (request) => {
        const file = Object.entries(LIBRARIES).find(([name]) => name === param(request, 'file'))?.[1];
        return file === undefined ? missing : serve(file);
      },
    },
  ];
}

const missing: HttpResponse = { status: 404, body: 'not found' };

async function serve(file: string): Promise<HttpResponse> {
  try {
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return { status: 200, body: await readFile(file), type, headers: PAGE_HEADERS };
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return missing;
    throw error;
  }
}
