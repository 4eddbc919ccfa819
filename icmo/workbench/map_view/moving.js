// Moving about in a map: what of it is seen, and which box or line comes next.

/** What is seen, nearer or farther, with the same place under the pointer; never nearer than 8 times. */
export function zoomed(seen, factor, at, whole) {
  const width = Math.min(Math.max(seen.width / factor, whole.width / 8), whole.width * 2);
  const share = width / seen.width;
  return { x: at.x - (at.x - seen.x) * share, y: at.y - (at.y - seen.y) * share, width, height: seen.height * share };
}

/** What is seen, moved; some of the map always stays in sight. */
export function panned(seen, dx, dy, whole) {
  const hold = (value, size, length) => Math.min(Math.max(value, -size * 0.8), length - size * 0.2);
  return { ...seen, x: hold(seen.x + dx, seen.width, whole.width), y: hold(seen.y + dy, seen.height, whole.height) };
}

/** What is seen, moved so far that a box is in it. */
export function broughtIn(seen, box) {
  const into = (from, length, start, size) => (start < from ? start - length * 0.05 : start + size > from + length ? start + size - length * 0.95 : from);
  return { ...seen, x: into(seen.x, seen.width, box.x, box.width), y: into(seen.y, seen.height, box.y, box.height) };
}

/**
 * Where an arrow leads: from a box right along its first line out, left along its first line in, up and
 * down within its column; from a line to the box at its end, up and down to the other lines of that box.
 */
export function nextOn(picture, at, key) {
  const lines = picture.lines;
  if (at.line) {
    const line = lines.find((one) => one.line === at.line);
    if (key === "ArrowRight") return boxOr(picture, line.end) ?? at;
    if (key === "ArrowLeft") return boxOr(picture, line.start) ?? at;
    const beside = lines.filter((one) => (at.from === line.end ? one.end === line.end : one.start === line.start));
    const next = beside[beside.indexOf(line) + (key === "ArrowDown" ? 1 : -1)];
    return next ? { line: next.line, from: at.from } : at;
  }
  const box = picture.boxes.find((one) => one.node === at.node);
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const side = key === "ArrowRight" ? "start" : "end";
    const line = lines.find((one) => one[side] === at.node);
    return line ? { line: line.line, from: at.node } : at;
  }
  const column = picture.boxes.filter((one) => one.left === box.left).sort((a, b) => a.top - b.top);
  const next = column[column.indexOf(box) + (key === "ArrowDown" ? 1 : -1)];
  return next ? { node: next.node } : at;
}

const boxOr = (picture, node) => (picture.boxes.some((one) => one.node === node) ? { node } : null);

/** The configurations behind a box or a line. */
export function behind(table, at) {
  const rows = table.filter((row) => (at.line ? row.line === at.line : row.start === at.node || row.end === at.node));
  return [...new Set(rows.flatMap((row) => row.configurations))];
}

/** The rows of the table in the order of a column, largest numbers first and words by their letters. */
export function inOrder(table, column) {
  const numbers = typeof table[0]?.[column] === "number";
  return [...table].sort((a, b) => (numbers ? b[column] - a[column] : String(a[column]).localeCompare(String(b[column]), "da")));
}
