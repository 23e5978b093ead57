// Nothing that needs the newer runtime is imported before it is known to be there: better-sqlite3 would crash an older one.
import { enableCompileCache, flushCompileCache, setSourceMapsSupport } from 'node:module';
import path from 'node:path';
import { refuseOldRuntime } from './runtime';

refuseOldRuntime();
// For our own stacks: reading the maps of the libraries takes longer than the rest of ours.
setSourceMapsSupport(true, { nodeModules: false });
// Saves compiling the libraries again at every start.
enableCompileCache(path.join(__dirname, '.compile-cache'));
// By itself the cache is written when the process ends in good order; one that is killed would leave none.
require('./bundle/serve').serve().then(flushCompileCache);
