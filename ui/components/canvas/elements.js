/** Makes page elements; text from data is only ever text. */

/** element("button", { class: "x", title: "y" }, child, "text") */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Moves the focus along a list of elements with the arrow keys; one of them is reached by Tab. */
export function walkWithArrows(box, selector) {
  box.addEventListener("keydown", (event) => {
    const all = [...box.querySelectorAll(selector)];
    const at = all.indexOf(event.target);
    const aims = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 };
    const aim = all[aims[event.key]];
    if (at < 0 || !aim) return;
    event.preventDefault();
    for (const other of all) other.tabIndex = -1;
    aim.tabIndex = 0;
    aim.focus();
  });
}
