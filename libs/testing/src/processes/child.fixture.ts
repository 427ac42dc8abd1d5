// A process for the specs of spawnNode: TypeScript, decorators, another workspace.
import 'reflect-metadata';
import { PlatformError } from '@diglot/platform';

function mark(target: object, key: string): void {
  Reflect.defineMetadata('marked', true, target, key);
}

class Marked {
  @mark
  readonly name: string = process.argv[2] ?? '';
}

const type: unknown = Reflect.getMetadata('design:type', Marked.prototype, 'name');
process.stdout.write(
  `${JSON.stringify({ name: new Marked().name, type: String(type), env: process.env['CHILD_SAYS'] })}\n`,
);
process.stdin.once('data', (line) => {
  process.stdout.write(`heard ${line.toString()}`);
  throw new PlatformError('DIGLOT_DATA_UNUSABLE', 'as told');
});
