// `npm run stack`: installs and builds what is missing, then becomes the launcher (tools/stack), in this very process.
import { build, checkNode, install } from './toolchain.mjs';

checkNode();
install();
build();
const { main } = await import('../stack/dist/main.js');
process.exit(await main(process.argv.slice(2), process.env));
