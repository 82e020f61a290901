/** Where VS Code keeps, in its storage in the browser, the open editors and what the extension stored itself. */
export const storedAs = { editors: 'memento/workbench.parts.editor', ours: 'microwins.microwins' };

/** Runs in the page: whether what VS Code's storage in the browser holds under a key has all the words. */
export async function isStored([key, ...words]: readonly string[]): Promise<boolean> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await result(indexedDB.open(name));
    const value = await result(
      database
        .transaction('ItemTable')
        .objectStore('ItemTable')
        .get(key ?? ''),
    );
    database.close();
    const stored = JSON.stringify(value ?? '');
    if (words.every(each => stored.includes(each))) return true;
  }
  return false;
}
