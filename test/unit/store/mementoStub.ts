import type { Memento } from 'vscode';

/** Workspace state in memory, as JSON keeps it. */
export class MementoStub implements Memento {
  /** Makes `update` fail. */
  broken = false;

  constructor(private values: Record<string, unknown> = {}) {}

  keys(): readonly string[] {
    return Object.keys(this.values).sort();
  }

  get<T>(key: string): T | undefined {
    return this.values[key] as T | undefined;
  }

  async update(key: string, value: unknown): Promise<void> {
    if (this.broken) throw new Error('Canceled');
    this.values = {
      ...this.values,
      [key]: value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
    };
  }
}
