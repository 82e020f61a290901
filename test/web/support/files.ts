import * as vscode from 'vscode';

/** A file of the window's folder, which is in memory. */
export function file(name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'tmp', path: `/project/${name}` });
}

/** Replaces a file's text as a user who types would, and saves it. */
export async function save(name: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file(name));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  if (!(await document.save())) throw new Error(`${name} was not saved`);
}

/** The one project's folder in what the browser keeps for the extension. */
export async function projectFolder(): Promise<vscode.Uri> {
  const projects = vscode.Uri.parse('vscode-userdata:/User/globalStorage/microwins.microwins/projects');
  const [[name] = ['']] = await vscode.workspace.fs.readDirectory(projects);
  return vscode.Uri.joinPath(projects, name);
}

/** Names in that folder. */
export async function keptNames(): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(await projectFolder())).map(([name]) => name);
}
