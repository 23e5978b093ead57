import { ConfigurationError, readConfig } from '../src/config';

const teams = {
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  PUBLIC_URL: 'https://bot.example.jp/',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

test('without any variable the bot is local, on loopback', () => {
  expect(readConfig({})).toMatchObject({
    channel: { kind: 'local' },
    host: '127.0.0.1',
    port: 3978,
    databaseFile: 'var/ikusei.db',
  });
});

test('an app registration of its own tenant', () => {
  expect(readConfig({ ...teams, HOST: '0.0.0.0' }).channel).toEqual({
    kind: 'teams',
    appId: teams.MicrosoftAppId,
    credential: { kind: 'secret', secret: 'secret' },
    tenantId: teams.MicrosoftAppTenantId,
    allowedTenants: [teams.MicrosoftAppTenantId],
    publicUrl: 'https://bot.example.jp',
  });
});

test('a managed identity needs no secret', () => {
  const { MicrosoftAppPassword: _, ...rest } = teams;
  expect(readConfig({ ...rest, MicrosoftAppType: 'UserAssignedMSI' }).channel).toMatchObject({
    credential: { kind: 'managed-identity' },
  });
});

test('every problem is named at once', () => {
  const problems = problemsOf({
    MicrosoftAppId: 'x',
    MicrosoftAppType: 'MultiTenant',
    PORT: 'ninety',
    PUBLIC_URL: 'http://bot',
  });
  for (const name of [
    'MicrosoftAppId',
    'MicrosoftAppType',
    'MicrosoftAppPassword',
    'MicrosoftAppTenantId',
    'PORT',
    'PUBLIC_URL',
  ]) {
    expect(problems.join('\n')).toContain(name);
  }
});

test.each(['0.0.0.0', '192.168.1.5', '::'])('without an app id it does not listen on %s', (host) => {
  expect(problemsOf({ HOST: host }).join()).toContain('MicrosoftAppId');
});

test('a secret without an app id is a mistake, not local mode', () => {
  expect(problemsOf({ MicrosoftAppPassword: 'secret' }).join()).toContain('MicrosoftAppId');
});

test('in local mode first contacts stay on loopback', () => {
  expect(problemsOf({ SERVICE_URL: 'https://evil.example/' }).join()).toContain('SERVICE_URL');
  expect(readConfig({ SERVICE_URL: 'http://127.0.0.1:9/x' }).serviceUrl).toBe('http://127.0.0.1:9/x');
});

test.each(['http://smba.example/', 'https://', 'smba.example'])(
  'with an app id, %s is no service address for first contacts',
  (SERVICE_URL) => {
    expect(problemsOf({ ...teams, SERVICE_URL })).toEqual([
      'SERVICE_URL の値が正しくありません (https:// の URL)',
    ]);
  },
);
