import { runTool } from '@diglot/servers';

/** Whether there is Compose, and an engine answers. */
export async function hasDocker(): Promise<boolean> {
  const answers = await Promise.all([runTool('docker', ['compose', 'version']), runTool('docker', ['info'])]);
  return answers.every((answer) => answer?.code === 0);
}
