import { z } from 'zod';

/** Where the bot runs: on loopback without Azure, or behind Teams with an app registration of its own tenant. */
export type Channel =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'teams';
      readonly appId: string;
      readonly credential:
        | { readonly kind: 'secret'; readonly secret: string }
        | { readonly kind: 'managed-identity' };
      readonly tenantId: string;
      /** Only people of these tenants are answered. */
      readonly allowedTenants: readonly string[];
      /** HTTPS address under which people's browsers reach this server, without a trailing slash. */
      readonly publicUrl: string;
    };

export interface Embeddings {
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

export interface Config {
  readonly channel: Channel;
  readonly host: string;
  readonly port: number;
  readonly databaseFile: string;
  /** Service address for first contacts with people who never wrote; null = the one that was seen last. */
  readonly serviceUrl: string | null;
  readonly embeddings: Embeddings | null;
}

export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.replace(/^\[|\]$/g, ''));

const guid = z.guid();
const httpsUrl = z.url({ protocol: /^https$/ });
const port = z.coerce.number().int().min(0).max(65_535);

/**
 * Reads the environment. Throws a ConfigurationError that names every missing or malformed variable at once.
 * Without `MicrosoftAppId` the bot is local: loopback only, since Bot Framework authentication is then off.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const need = <T>(name: string, schema: z.ZodType<T>, rule: string, fallback: T): T => {
    const value = text(name);
    if (value === null) {
      problems.push(`${name} がありません (${rule})`);
      return fallback;
    }
    return check(name, value, schema, rule, fallback);
  };
  const check = <T>(name: string, value: string, schema: z.ZodType<T>, rule: string, fallback: T): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push(`${name} の値が正しくありません (${rule})`);
    return fallback;
  };

  const host = text('HOST') ?? '127.0.0.1';
  const channel = readChannel();
  const serviceUrl = text('SERVICE_URL');
  if (channel.kind === 'local') {
    if (!isLoopback(host))
      problems.push(`HOST=${host} で待ち受けるには MicrosoftAppId が必要です (ないときは 127.0.0.1 だけ)`);
    if (serviceUrl !== null && !isLoopbackUrl(serviceUrl))
      problems.push('SERVICE_URL は、ローカルでは http://127.0.0.1:… の形です');
  } else if (serviceUrl !== null) {
    check('SERVICE_URL', serviceUrl, httpsUrl, 'https:// の URL', '');
  }
  const embeddingsUrl = text('EMBEDDINGS_URL');
  const config: Config = {
    channel,
    host,
    port: check('PORT', text('PORT') ?? '3978', port, '0〜65535 の整数', 3978),
    databaseFile: text('DATABASE_FILE') ?? 'var/ikusei.db',
    serviceUrl,
    embeddings:
      embeddingsUrl === null
        ? null
        : {
            url: check(
              'EMBEDDINGS_URL',
              embeddingsUrl,
              z.url({ protocol: /^https?$/ }),
              'http(s):// の URL',
              '',
            ),
            model: need('EMBEDDINGS_MODEL', z.string(), 'EMBEDDINGS_URL を使うときのモデル名', ''),
            key: text('EMBEDDINGS_KEY'),
          },
  };
  if (problems.length > 0) throw new ConfigurationError(problems);
  return config;

  function readChannel(): Channel {
    if (text('MicrosoftAppId') === null) {
      const stray = ['MicrosoftAppType', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'].filter(
        (name) => text(name) !== null,
      );
      if (stray.length > 0) problems.push(`MicrosoftAppId がありません (${stray.join(', ')} があるとき必要)`);
      return { kind: 'local' };
    }
    const type = need(
      'MicrosoftAppType',
      z.enum(['SingleTenant', 'UserAssignedMSI']),
      'SingleTenant または UserAssignedMSI',
      'SingleTenant',
    );
    const tenantId = need('MicrosoftAppTenantId', guid, 'テナントの GUID', '');
    const allowed = (text('ALLOWED_TENANTS') ?? tenantId).split(',').map((id) => id.trim().toLowerCase());
    if (!allowed.every((id) => guid.safeParse(id).success)) {
      if (text('ALLOWED_TENANTS') !== null)
        problems.push('ALLOWED_TENANTS の値が正しくありません (テナントの GUID をカンマ区切り)');
    }
    return {
      kind: 'teams',
      appId: need('MicrosoftAppId', guid, 'アプリ登録の GUID', ''),
      credential:
        type === 'UserAssignedMSI'
          ? { kind: 'managed-identity' }
          : {
              kind: 'secret',
              secret: need('MicrosoftAppPassword', z.string().min(1), 'クライアント シークレット', ''),
            },
      tenantId,
      allowedTenants: allowed,
      publicUrl: need('PUBLIC_URL', httpsUrl, '職員のブラウザーから届く https:// の URL', '').replace(
        /\/$/,
        '',
      ),
    };
  }
}

function isLoopbackUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' && isLoopback(parsed.hostname);
}
