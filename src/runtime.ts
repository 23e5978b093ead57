const OLDEST_MAJOR = 24;

/** Ends the process with a plain explanation on a Node.js that is too old. */
export function refuseOldRuntime(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= OLDEST_MAJOR) return;
  process.stderr.write(
    `育成ナビには Node.js ${OLDEST_MAJOR} 以降が必要です (いまは ${version})。npm start で起動すると、付属の Node.js を使います。\n` +
      `Ikusei Navi needs Node.js ${OLDEST_MAJOR} or newer (this is ${version}). "npm start" uses the one that "npm ci" installed.\n`,
  );
  process.exit(1);
}
