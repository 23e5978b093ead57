// Nothing that needs the newer runtime is imported before it is known to be there: better-sqlite3 would crash an older one.
import { refuseOldRuntime } from './runtime';

refuseOldRuntime();
require('./serve').serve();
