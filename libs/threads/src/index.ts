export { serveTasks } from './serve-tasks.ts';
export { ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';
