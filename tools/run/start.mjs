// `npm start`: installs and builds what is missing, then becomes the embedded profile, in this very process.
import { build, checkNode, install } from './toolchain.mjs';

checkNode();
install();
build();
await import('../../apps/standalone/dist/main.js');
