// @ts-check
// What is saved is what somebody wrote. Running a lesson changes outputs and metadata, which
// are made anew each time: they leave the file as it is, and nobody is asked about saving.
/** @import { Context, NotebookModel } from "./lab.js" */
const WAIT = 1500;

const words = (/** @type {NotebookModel} */ model) =>
  JSON.stringify([...model.cells].map((cell) => [cell.type, cell.sharedModel.getSource()]));

/** @param {Context} context */
export function keepClean(context) {
  const { model } = context;
  let saved = words(model);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => {
    if (context.isDisposed || !model.dirty) return;
    if (words(model) === saved) {
      model.dirty = false;
    } else {
      clearTimeout(timer);
      timer = setTimeout(() => context.save(), WAIT);
    }
  };
  context.saveState.connect((_, state) => {
    if (state === "completed") saved = words(model);
  });
  model.stateChanged.connect((_, change) => {
    // After Lab's own listeners: setting the flag inside its signal would be undone by it.
    if (change.name === "dirty" && change.newValue) queueMicrotask(look);
  });
  model.contentChanged.connect(() => queueMicrotask(look));
  look();
}
