// Jest reads TypeScript by itself, but the threads that code under test starts are Node's own: they get the loader that
// the processes of tests get (see threadFile of @diglot/threads).
process.execArgv.push('--import', new URL('./register.mjs', import.meta.url).href);
