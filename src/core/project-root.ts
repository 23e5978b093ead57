import path from 'node:path';

/** The project's folder, where `data/` and `cards/` lie: seen alike from src/core/, dist/core/ and the bundle's dist/bundle/. */
export const PROJECT_ROOT = path.join(__dirname, '../..');
