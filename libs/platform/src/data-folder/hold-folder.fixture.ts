// A process that holds a data folder until it is killed.
import { openDataFolder } from './data-folder.ts';

const folder = await openDataFolder(process.argv[2] ?? '');
process.stdout.write(`holds ${folder.path}\n`);
setInterval(() => undefined, 60_000);
