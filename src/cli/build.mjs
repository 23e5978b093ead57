// Compiles src/ to dist/ when a source is newer than the last build; says so only when there is work to do.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `育成ナビには Node.js 24 以降が必要です (いまは ${process.version})。npm ci のあと npm start で起動してください。\n` +
      `Ikusei Navi needs Node.js 24 or newer (this is ${process.version}). Run "npm ci", then "npm start": it brings its own Node.`,
  );
  process.exit(1);
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = path.join(root, 'dist/.built');
const inputs = fs.globSync(['src/**/*.{ts,mts,json}', 'package.json', 'tsconfig.json'], { cwd: root });
const newest = Math.max(...inputs.map((file) => fs.statSync(path.join(root, file)).mtimeMs));
const built = fs.existsSync(stamp) ? fs.statSync(stamp).mtimeMs : 0;

if (built < newest) {
  console.error('育成ナビをビルドしています… (building)');
  const startedAt = new Date();
  for (const project of ['tsconfig.json', 'src/local/page/tsconfig.json']) {
    if (!fs.existsSync(path.join(root, project))) continue;
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const { status } = spawnSync(process.execPath, [tsc, '-p', project], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, '');
  fs.utimesSync(stamp, startedAt, startedAt);
}
