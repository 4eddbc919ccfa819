// Files in portions: what a message carries of a file, how far it has come, and how large it is.

/** Where each portion of a file begins; an empty file has one. */
export function beginnings(size, portion) {
  const found = [0];
  for (let at = portion; at < size; at += portion) found.push(at);
  return found;
}

/** How large something is, as people write it: `14 KB`, `1,2 MB`. */
export function fileSize(bytes, language) {
  const [unit, size] = bytes < 1000 ? ["B", bytes] : bytes < 1e6 ? ["KB", bytes / 1000] : ["MB", bytes / 1e6];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: size < 10 && unit !== "B" ? 1 : 0 }).format(size)} ${unit}`;
}

/** The ending of a file's name, with its dot: `.qdpx`. */
export function ending(name) {
  const at = name.lastIndexOf(".");
  return at > 0 ? name.slice(at).toLowerCase() : "";
}

/** Ask for a file portion by portion. Gives the bytes in their order. */
export async function fetchPortions(ask, parcel, size, portion, told = () => {}) {
  const bytes = [];
  for (const at of size ? beginnings(size, portion) : []) {
    const { buffers } = await ask({ kind: "piece", parcel, at });
    bytes.push(...buffers);
    told(Math.min(at + portion, size) / size);
  }
  return bytes;
}

/** Send a file portion by portion; `goesOn` says whether it is still wanted. Says whether all of it went. */
export async function sendPortions(ask, file, id, portion, told = () => {}, goesOn = () => true) {
  for (const at of beginnings(file.size, portion)) {
    const bytes = await file.slice(at, at + portion).arrayBuffer();
    if (!goesOn()) return false;
    await ask({ kind: "bring", file: id, name: file.name, at }, [bytes]);
    told(file.size ? Math.min(at + portion, file.size) / file.size : 1);
  }
  return goesOn();
}

/** Give a file to the browser, which puts it where it puts files. */
export function handOver(bytes, name) {
  const address = URL.createObjectURL(new Blob(bytes));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
