// Makes the Teams app package: npm run package -- [--app-id GUID] [--url https://…] [--sample]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '../core/result';
import { buildAppPackage } from './package/app-package';
import type { AppIdentity } from './package/manifest';
import { type PackageTexts, packageTexts } from './package/package-texts';

const ROOT = path.join(__dirname, '../..');
const OUTPUT = 'var/ikusei-navi-teams.zip';
const SAMPLE = { appId: '00000000-0000-0000-0000-000000000000', publicUrl: 'https://ikusei-navi.example.jp' };

const guid = z.guid().toLowerCase();
const httpsUrl = z.url({ protocol: /^https$/ });

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const texts = packageTexts(env.LANG?.startsWith('en') ? 'en' : 'ja');
  const identity = readIdentity(args, env, texts);
  if (!identity.ok) {
    console.error(`${identity.error.join('\n')}\n${texts.howTo}`);
    return 1;
  }
  const built = await buildAppPackage(path.join(ROOT, 'manifest'), identity.value, texts);
  if (!built.ok) {
    console.error(
      [texts.problems(built.error.length), ...built.error.map((problem) => `- ${problem}`)].join('\n'),
    );
    return 1;
  }
  const { appId, publicUrl, version } = identity.value;
  mkdirSync(path.join(ROOT, path.dirname(OUTPUT)), { recursive: true });
  writeFileSync(path.join(ROOT, OUTPUT), built.value);
  console.log(texts.done(OUTPUT, (built.value.length / 1024).toFixed(1)));
  console.log(texts.details(version, appId, publicUrl));
  console.log(appId === SAMPLE.appId ? texts.sample : texts.next);
  return 0;
}

/** The options win over the environment; what is missing or malformed is told all at once. */
export function readIdentity(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  texts: PackageTexts,
): Result<AppIdentity, readonly string[]> {
  const options = readOptions(args);
  if (!options.ok) return err([texts.unknownOption(options.error)]);
  const { sample } = options.value;
  const appId = options.value['app-id'] ?? (sample ? SAMPLE.appId : env.MicrosoftAppId?.trim());
  const url = options.value.url ?? (sample ? SAMPLE.publicUrl : env.PUBLIC_URL?.trim());
  const id = guid.safeParse(appId);
  const publicUrl = httpsUrl.safeParse(url);
  const problems = [
    ...(id.success ? [] : [appId ? texts.badAppId(appId) : texts.needAppId]),
    ...(publicUrl.success ? [] : [url ? texts.badUrl(url) : texts.needUrl]),
  ];
  if (!id.success || !publicUrl.success) return err(problems);
  return ok({ appId: id.data, publicUrl: publicUrl.data.replace(/\/+$/, ''), version: packageVersion() });
}

function readOptions(
  args: readonly string[],
): Result<{ 'app-id'?: string; url?: string; sample?: boolean }, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'app-id': { type: 'string' }, url: { type: 'string' }, sample: { type: 'boolean' } },
    });
    return ok(values);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

const packageVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')))
    .version;

if (require.main === module) {
  void main(process.argv.slice(2), process.env).then((code) => {
    process.exitCode = code;
  });
}
