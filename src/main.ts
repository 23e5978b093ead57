// Nothing that needs the newer runtime is imported before it is known to be there: better-sqlite3 would crash an older one.
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { refuseOldRuntime } from './runtime';

refuseOldRuntime();
// Saves compiling the libraries again at every start.
enableCompileCache(path.join(__dirname, '.compile-cache'));
require('./serve').serve();
