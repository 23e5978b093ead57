/** Lets a process run the TypeScript sources: `node -r <this file> program.ts`. What is compiled is kept for the next one. */
const { hash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync, version } = require('@swc/core');

const OPTIONS = {
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
  module: { type: 'commonjs' },
  sourceMaps: true,
};
const COMPILED = path.join(__dirname, '../../node_modules/.cache/ikusei-navi/compiled');
mkdirSync(COMPILED, { recursive: true });

/** The file of each loaded module's source map. */
exports.sourceMaps = new Map();

require.extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const name = hash('sha256', JSON.stringify([version, OPTIONS, filename, source]));
  const compiled = path.join(COMPILED, `${name}.js`);
  const sourceMap = path.join(COMPILED, `${name}.map`);
  if (!existsSync(compiled)) {
    const { code, map } = transformSync(source, { ...OPTIONS, filename });
    write(sourceMap, map);
    write(compiled, code);
  }
  exports.sourceMaps.set(filename, sourceMap);
  module._compile(readFileSync(compiled, 'utf8'), filename);
};

/** Whole or not at all, since another process may be at the same. */
function write(file, text) {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
