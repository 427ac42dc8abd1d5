export { type Service, type Services } from './compose/compose-file.ts';
export type { ServiceInstance } from './native/service-instance.ts';
export type { Stack } from './native/stack.ts';
export type { StartStackOptions } from './native/stack-options.ts';
export { startStack } from './native/start-stack.ts';
export type { Unit } from './native/unit.ts';
