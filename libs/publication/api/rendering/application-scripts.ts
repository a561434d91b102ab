const APPLICATION = /^application-[A-Za-z0-9_-]{8}\.js$/;
const IMPORTED = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;

/** The names of the application's script in a language's folder (`''` or `/nn`) and of all that it imports before it runs. */
export function applicationScripts(
  files: ReadonlyMap<string, Buffer>,
  folder: string,
): readonly string[] {
  const named = new Set<string>();
  for (const address of files.keys()) {
    const name = address.slice(folder.length + 1);
    if (address === `${folder}/${name}` && APPLICATION.test(name)) named.add(name);
  }
  // A set takes in what is added while it is walked.
  for (const name of named) {
    const text = files.get(`${folder}/${name}`)?.toString() ?? '';
    for (const [, imported = ''] of text.matchAll(IMPORTED)) named.add(imported);
  }
  return [...named];
}
