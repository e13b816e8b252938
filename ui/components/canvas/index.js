/** The component's way in: Streamlit calls the default export at every run and at every change of theme. */
import { closeView, openView, updateView } from "./view.js";

const views = new WeakMap();

export default function canvas(component) {
  const parent = component.parentElement;
  const view = views.get(parent) ?? openView(parent, component);
  views.set(parent, view);
  updateView(view, component);
  view.run += 1;
  return closer(parent, view.run);
}

/** What Streamlit calls at the end; it keeps this function for long, so this holds on to nothing big. */
function closer(parent, run) {
  return () => {
    const view = views.get(parent);
    if (view?.run !== run) return;
    views.delete(parent);
    closeView(view);
  };
}
