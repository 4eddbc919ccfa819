// A map as a picture: boxes and lines where Python placed them, drawn as SVG.

const SVG = "http://www.w3.org/2000/svg";
export const INCH = 96;

export function shape(name, attributes = {}, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

/** The curves of a line as a path: a first point, then three for each cubic curve. */
export function pathOf(points) {
  const at = ([x, y]) => `${round(x)} ${round(y)}`;
  const [first, ...rest] = points;
  const curves = [];
  for (let place = 0; place + 2 < rest.length; place += 3) curves.push(`C ${rest.slice(place, place + 3).map(at).join(", ")}`);
  return `M ${at(first)} ${curves.join(" ")}`;
}

const round = (inches) => Math.round(inches * INCH * 10) / 10;

/** The three corners of the head of a line, which points as its last curve does. */
export function headOf(points, size = 0.09) {
  const [[x, y], [tipX, tipY]] = points.slice(-2);
  const reach = Math.hypot(tipX - x, tipY - y) || 1;
  const [dx, dy] = [(tipX - x) / reach, (tipY - y) / reach];
  const [baseX, baseY] = [tipX - dx * size, tipY - dy * size];
  return [
    [tipX, tipY],
    [baseX - dy * size * 0.45, baseY + dx * size * 0.45],
    [baseX + dy * size * 0.45, baseY - dx * size * 0.45],
  ].map((point) => point.map(round));
}

/** Draw a picture into an SVG; nodes and lines carry `data-node` and `data-line`. */
export function drawPicture(svg, picture, label) {
  svg.replaceChildren();
  svg.setAttribute("viewBox", `0 0 ${round(picture.width)} ${round(picture.height)}`);
  svg.setAttribute("aria-label", label);
  const world = shape("g", { class: "icmo-world" });
  svg.append(world);
  for (const heading of picture.headings) {
    const text = shape("text", { x: round(heading.x), y: round(heading.y), class: "icmo-map-heading" }, heading.text);
    text.style.setProperty("--icmo-colour", heading.colour);
    world.append(text);
  }
  for (const line of picture.lines) world.append(lineOf(line));
  for (const box of picture.boxes) world.append(boxOf(box));
  for (const line of picture.lines) if (line.badge) world.append(badgeOf(line));
  return world;
}

function lineOf(line) {
  const kind = ["icmo-line", line.moderates && "icmo-moderates", line.contradicted && "icmo-against", `icmo-${line.change}`].filter(Boolean).join(" ");
  const group = shape("g", { class: kind, "data-line": line.line, role: "button", tabindex: "-1", "aria-label": line.told });
  const path = pathOf(line.points);
  group.append(shape("path", { class: "icmo-reach", d: path }), shape("path", { class: "icmo-shaft", d: path, "stroke-width": line.width }));
  if (!line.onto_line) group.append(shape("polygon", { class: "icmo-head", points: headOf(line.points).map((point) => point.join(",")).join(" ") }));
  else group.append(shape("circle", { class: "icmo-head", cx: round(line.points.at(-1)[0]), cy: round(line.points.at(-1)[1]), r: 3 }));
  return group;
}

function boxOf(box) {
  const group = shape("g", { class: `icmo-node icmo-line-${box.line} icmo-${box.change}`, "data-node": box.node, role: "button", tabindex: "-1", "aria-label": box.told });
  group.style.setProperty("--icmo-colour", box.colour);
  const [x, y, width, height] = [box.left, box.top, box.width, box.height].map(round);
  group.append(shape("rect", { x, y, width, height, rx: 5 }));
  if (box.line === "double") group.append(shape("rect", { x: x + 3, y: y + 3, width: width - 6, height: height - 6, rx: 3, class: "icmo-inner" }));
  const size = (box.font / 72) * INCH;
  const text = shape("text", { "font-size": size, "text-anchor": "middle" });
  box.lines.forEach((words, number) => {
    text.append(shape("tspan", { x: x + width / 2, y: y + height / 2 + (number - (box.lines.length - 1) / 2) * size * 1.2 + size * 0.34 }, words));
  });
  group.append(text);
  group.append(shape("text", { class: "icmo-map-letter", x: x + 3, y: y + 9 }, box.change === "added" ? "+" : box.change === "removed" ? "−" : box.letter));
  return group;
}

function badgeOf(line) {
  const [x, y] = line.spot.map(round);
  const group = shape("g", { class: `icmo-badge${line.moderates ? " icmo-moderates" : ""}`, "aria-hidden": "true", "data-badge": line.line });
  group.append(shape("circle", { cx: x, cy: y, r: 3 + 4 * line.badge.length }), shape("text", { x, y: y + 4, "text-anchor": "middle" }, line.badge));
  return group;
}
