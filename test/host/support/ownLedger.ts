import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { dayOf } from '../../../src/core/day';
import type { DetectionParts } from '../../../src/features/detection/detecting';
import { Checklists } from '../../../src/store/checklists';
import { FolderStorage } from '../../../src/store/folderStorage';
import { Ledger } from '../../../src/store/ledger';
import { Plans } from '../../../src/store/plans';
import { Recorder } from '../../../src/store/recorder';
import { StateStore } from '../../../src/store/state';
import { Undo } from '../../../src/store/undo';

/** A ledger beside the extension's own, on a folder that is gone after `close`. */
export interface OwnLedger {
  readonly ledger: Ledger;
  readonly checklists: Checklists;
  readonly recorder: Recorder;
  readonly plans: Plans;
  readonly undo: Undo;
  readonly log: vscode.LogOutputChannel;
  /** The folder of its journals. */
  readonly storage: string;
  /** For detection that keeps what it finds in it. */
  readonly context: DetectionParts['context'];
  /** The project it has as its home. */
  readonly project: string;
  /** A ledger on the same storage and workspace state, as the next window has it, before anything is opened in it. */
  next(folder?: string): Promise<Ledger>;
  close(): Promise<void>;
}

/** Opens one with an empty project as its home. */
export async function openOwnLedger(): Promise<OwnLedger> {
  const storage = await mkdtemp(path.join(tmpdir(), 'micro-own-'));
  const log = vscode.window.createOutputChannel('Own ledger', { log: true });
  const memento = memoryMemento();
  const ledgers: Ledger[] = [];
  const next = async (folder = 'folder'): Promise<Ledger> => {
    const made = new Ledger(new FolderStorage(storage, log), new StateStore(memento), log, () => undefined);
    ledgers.push(made);
    await made.load(folder);
    return made;
  };
  const ledger = await next();
  const dayAt = (at: number, offset: number): string => dayOf(at, offset, 0);
  const checklists = new Checklists(ledger, dayAt, Date.now);
  const project = 'folder-own';
  await ledger.setHome(project);
  const recorder = new Recorder(ledger, dayAt, Date.now);
  const plans = new Plans(ledger);
  const undo = new Undo(ledger, checklists, Date.now);
  return {
    ledger,
    checklists,
    recorder,
    plans,
    undo,
    log,
    storage,
    context: {
      workspaceState: memoryMemento(),
      storageUri: undefined,
      globalStorageUri: vscode.Uri.file(storage),
    },
    project,
    next,
    close: async () => {
      undo.dispose();
      for (const made of ledgers) made.dispose();
      log.dispose();
      await rm(storage, { recursive: true, force: true });
    },
  };
}

/** A memento that is gone with the test. */
export function memoryMemento(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, fallback?: unknown) => kept.get(key) ?? fallback,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as vscode.Memento;
}
