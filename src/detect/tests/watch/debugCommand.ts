import type { Command } from './recogniser';

/** A debug configuration, as far as it says what is run. Anybody may have written it. */
export type DebugSettings = Readonly<Record<string, unknown>>;

/** The process that a debug configuration starts; undefined when it does not say. */
export function debugCommandOf(settings: DebugSettings): Command | undefined {
  if (settings.request !== 'launch') return undefined;
  const { type, mode } = settings;
  const program = text(settings.program);
  const args = words(settings.args);
  const module = text(settings.module);
  if (module !== undefined) return ['python', '-m', module, ...args];
  if (type === 'go' && mode === 'test') return ['go', 'test', ...(program ? [program] : []), ...args];
  const runtime = text(settings.runtimeExecutable);
  const rest = [...words(settings.runtimeArgs), ...(program ? [program] : []), ...args];
  if (runtime !== undefined) return [runtime, ...rest];
  if (program === undefined) return rest.length > 0 && isNode(type) ? ['node', ...rest] : undefined;
  if (isNode(type)) return ['node', ...rest];
  if (type === 'debugpy' || type === 'python') return ['python', program, ...args];
  return [program, ...args];
}

function isNode(type: unknown): boolean {
  return type === 'node' || type === 'pwa-node' || type === 'node-terminal';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Arguments, which may be a list or one text. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.filter(word => typeof word === 'string') : [];
}
