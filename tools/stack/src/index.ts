export { type Service, type Services } from './compose/compose-file.ts';
export type { ServiceInstance } from './native/service-instance.ts';
export { type Stack, startStack, type StartStackOptions } from './native/start-stack.ts';
export type { Unit } from './native/unit.ts';
