// Compiles src/ to dist/ when a source is newer than the last build, and bundles the server; says so only when there is work to do.
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
const inputs = fs.globSync(['src/**/*.{ts,mts,mjs,json}', 'package.json', 'tsconfig.json'], { cwd: root });
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
  await bundleServer();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, '');
  fs.utimesSync(stamp, startedAt, startedAt);
}

/**
 * One file of the server and its libraries: finding and reading their 2,300 files takes longer than the rest of the start.
 * What looks for files beside itself stays a file of its own. See docs/adr/0016-one-file-to-start.md.
 */
async function bundleServer() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: ['dist/serve.js'],
    outfile: 'dist/bundle/serve.js',
    bundle: true,
    platform: 'node',
    target: 'node24',
    external: [
      // binaries
      'better-sqlite3',
      'lindera-wasm-nodejs-ipadic',
      'dtrace-provider',
      // read when somebody attaches a workbook
      'exceljs',
      // sent to the local page as they are
      'adaptivecards',
      'markdown-it/browser',
    ],
    // Outside node_modules Node.js warns of its own, which two libraries still ask for.
    alias: { punycode: 'punycode/punycode.js' },
    sourcemap: 'linked',
    sourcesContent: false,
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
    plugins: [{ name: 'own-source-maps', setup: mapOwnSourcesOnly }],
  });
}

/** A library's stack frames stay as they are: their maps are as large as the rest of what is read at the start. */
function mapOwnSourcesOnly(build) {
  const nothing = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');
  build.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, ({ path: file }) => ({
    contents: `${fs.readFileSync(file, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${nothing}`,
    loader: 'js',
  }));
}
