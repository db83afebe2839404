// @ts-check
// The browser's tab. Lab names it after the file, again and again, so ours is put back.
export function makeTitle() {
  let wanted = "";
  const put = () => {
    if (wanted && document.title !== wanted) document.title = wanted;
  };
  new MutationObserver(put).observe(document.querySelector("title") ?? document.head, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return (/** @type {string} */ text) => {
    wanted = text;
    put();
  };
}
