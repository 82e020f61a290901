import * as vscode from 'vscode';
import { once } from '../../once';
import type { AgentTools, AgentToolsParts } from './agentTools';

/** The tools' names, as the manifest has them. */
export const toolNames = [
  'microwins_progress',
  'microwins_breakDownTask',
  'microwins_tickStep',
  'microwins_logWin',
] as const;

/** One of `toolNames`. */
export type ToolName = (typeof toolNames)[number];

/** Offers the tools to agents; what they do is loaded when one is first used. */
export function registerAgentTools(parts: AgentToolsParts): vscode.Disposable {
  const load = once(async (): Promise<AgentTools> => {
    const { AgentTools } = await import('./agentTools');
    return new AgentTools(parts);
  });
  // Editors built on VS Code may lack the whole of it.
  if (!vscode.lm?.registerTool) return { dispose: () => undefined };
  return vscode.Disposable.from(
    ...toolNames.map(name =>
      vscode.lm.registerTool<unknown>(name, {
        prepareInvocation: async ({ input }) => (await load()).prepare(name, input),
        invoke: async ({ input }) => (await load()).invoke(name, input),
      }),
    ),
  );
}
