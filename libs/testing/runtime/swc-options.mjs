/** How TypeScript becomes JavaScript in tests: in Jest (jest.preset.mjs) and in the processes that tests start (hooks.mjs). */
export const swcOptions = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

/** The export condition under which our workspaces show their sources. */
export const SOURCE_CONDITION = '@diglot/source';
