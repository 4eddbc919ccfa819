// What the functions of adjudication promise.

const places = [{ decided: true }, { decided: false }, { decided: true }, { decided: false }];

export default (page, equal) => ({
  "a text is cut where what somebody tagged begins and ends": () =>
    equal(page.pieces("hun er kollega nu", 100, [[107, 114]]), [{ text: "hun er ", held: false }, { text: "kollega", held: true }, { text: " nu", held: false }]),
  "tags that overlap are one piece": () => equal(page.pieces("abcdef", 0, [[1, 3], [2, 5]]).map(({ text }) => text), ["a", "bcde", "f"]),
  "what reaches beyond the text is cut at its end": () => equal(page.pieces("abc", 10, [[5, 11], [12, 99]]).map(({ text, held }) => [text, held]), [["a", true], ["b", false], ["c", true]]),
  "without tags the text is one piece": () => equal(page.pieces("abc", 0, []), [{ text: "abc", held: false }]),
  "after a decision the next open difference comes, then the first one": () => equal([page.nextOpen(places, 1), page.nextOpen(places, 3), page.nextOpen([{ decided: true }], 0)], [3, 1, 0]),
  "figures are written as people write them": () => equal([page.figure("percent", 0.954, "da").replace("\u00a0", " "), page.figure("kappa", 0.316, "da"), page.figure("alpha", null, "da")], ["95 %", "0,32", "–"]),
  "the tags of a place are those of both": () => equal(page.tagsOfPlace({ sides: { anna: [{ tag: "1" }], bo: [{ tag: "2" }] } }), ["1", "2"]),
});
