// What is saved is what somebody wrote. Running a lesson changes outputs and metadata, which
// are made anew each time: they leave the file as it is, and nobody is asked about saving.
const WAIT = 1500;

const words = (model) =>
  JSON.stringify([...model.cells].map((cell) => [cell.type, cell.sharedModel.getSource()]));

export function keepClean(context, dressed) {
  const { model } = context;
  let saved = words(model);
  let timer = 0;
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
