/** Runs in the page: whether VS Code's storage in the browser holds the open panel, and words in its state. */
export async function panelIsStored(words: string): Promise<boolean> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await result(indexedDB.open(name));
    const editors = await result(
      database.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor'),
    );
    database.close();
    const stored = JSON.stringify(editors ?? '');
    if (stored.includes('microwins.panel') && stored.includes(words)) return true;
  }
  return false;
}
