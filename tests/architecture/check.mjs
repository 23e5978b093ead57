// Runs the architecture rules, and fails when they see too little to be trusted.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const FEWEST_MODULES = 20;

/** Cruises `folders` below `cwd`; answers the violations and how many modules were read. */
export function cruise(folders, cwd = root) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      path.join(here, 'dependency-rules.cjs'),
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(`dependency-cruiser printed nothing: ${stderr}`);
  const { summary, modules } = JSON.parse(stdout);
  const read = modules.filter((module) => module.source.startsWith('src/')).length;
  return { violations: summary.violations, modules: read };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, modules } = cruise(['src']);
  for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
  if (modules < FEWEST_MODULES) {
    console.error(`only ${modules} modules were read: the check itself is broken`);
    process.exit(1);
  }
  console.log(`architecture: ${modules} modules, ${violations.length} violations`);
  process.exit(violations.length === 0 ? 0 : 1);
}
