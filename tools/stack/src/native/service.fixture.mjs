// A service for the specs of the launcher: `job` prints WARNING and ends with EXIT_CODE; else it answers /readyz and shows its environment.
import { createServer } from 'node:http';

const { EXIT_CODE = '0', WARNING, DIGLOT_HEALTH_PORT, DIGLOT_PORT, DIGLOT_HOST } = process.env;
const end = () => process.exit(Number(EXIT_CODE));

console.log(`${process.argv[2]} begins`);
if (process.argv[2] === 'job') {
  if (WARNING) console.log(WARNING);
  end();
} else {
  process.on('SIGTERM', end);
  createServer((request, response) => response.end()).listen(Number(DIGLOT_HEALTH_PORT), '127.0.0.1');
  if (DIGLOT_PORT) {
    createServer((request, response) => response.end(JSON.stringify(process.env))).listen(
      Number(DIGLOT_PORT),
      DIGLOT_HOST,
    );
  }
}
