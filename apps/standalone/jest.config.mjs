import preset from '../../jest.preset.mjs';

// Its tests start whole processes, each with a PostgreSQL of its own. A bound for what hangs, not a claim about speed.
export default { ...preset, displayName: 'standalone', testTimeout: 240_000 };
