import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(__dirname, '../..');
const check = pathToFileURL(path.join(__dirname, 'check.mjs')).href;

function violationsOf(files: Record<string, string>): string[] {
  const directory = mkdtempSync(path.join(tmpdir(), 'ikusei-rules-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  }
  const script = `import { cruise } from ${JSON.stringify(check)}; console.log(JSON.stringify(cruise(['src'], ${JSON.stringify(directory)})));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const { violations } = JSON.parse(stdout) as { violations: { rule: { name: string } }[] };
  return violations.map(({ rule }) => rule.name);
}

const empty = 'export const a = 1;\n';

it.each([
  [
    'core knowing the database',
    { 'src/core/bad.ts': "import { a } from '../db/open';\nexport const b = a;\n", 'src/db/open.ts': empty },
    'core-is-pure',
  ],
  [
    'a feature knowing the transport',
    {
      'src/features/x/bad.ts': "import type { A } from '../../teams/adapter';\nexport type B = A;\n",
      'src/teams/adapter.ts': 'export type A = 1;\n',
    },
    'features-know-no-transport',
  ],
  [
    'a feature reaching into another',
    {
      'src/features/x/bad.ts': "import { a } from '../y/store';\nexport const b = a;\n",
      'src/features/y/store.ts': empty,
    },
    'features-meet-at-their-index',
  ],
  [
    'a cycle',
    {
      'src/core/one.ts': "import { b } from './two';\nexport const a = () => b;\n",
      'src/core/two.ts': "import { a } from './one';\nexport const b = () => a;\n",
    },
    'no-cycles',
  ],
])('%s is caught', (_, files, rule) => {
  expect(violationsOf(files)).toContain(rule);
});

it('a clean tree passes', () => {
  expect(
    violationsOf({
      'src/features/x/good.ts': "import { a } from '../y';\nexport const b = a;\n",
      'src/features/y/index.ts': empty,
    }),
  ).toEqual([]);
});

it('features take time and settings from outside', () => {
  const forbidden = /new Date\(\)|Date\.now\(|process\.env|console\.(log|info|warn|error)/;
  const guilty = globSync('src/{core,features,delivery,retrieval,cards}/**/*.ts', { cwd: root })
    .filter((file) => file !== path.join('src', 'core', 'clock.ts'))
    .filter((file) =>
      forbidden.test(readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
  expect(guilty).toEqual([]);
});

it('nothing in the project names a registry host', () => {
  expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});
