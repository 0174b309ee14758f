// Added to each page of the preview: reloads it when the site has been built anew, and shows what is wrong when it
// could not be. Everything comes from the page's own origin, so a strict content security policy lets it work.
(() => {
  const shown = document.currentScript.dataset.build;
  const place = "insyn-scroll";
  const closed = "insyn-closed";
  let source;
  let dialog;
  let told;

  // A page in a frame is reloaded with the page around it.
  if (window.top !== window) return;

  // Where storage is not allowed, nothing is remembered; the preview works all the same.
  function remember(key, value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {}
  }

  function recall(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function restoreScroll() {
    const saved = recall(place);
    remember(place, null);
    if (saved?.page === location.href) scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
  }

  function reload() {
    remember(place, { page: location.href, x: scrollX, y: scrollY });
    location.reload();
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function item(problem, texts) {
    const where = [problem.path, problem.line, problem.column].filter(Boolean).join(":");
    const head = element("b", "", `${problem.severity}[${problem.code}]:`);
    const made = element("li", "",
      element("p", "insyn-message", head, ` ${problem.message}`),
      element("p", "insyn-place", element("code", "", where)));
    if (problem.hint) made.append(element("p", "insyn-hint", element("b", "", `${texts.hint}:`), ` ${problem.hint}`));
    return made;
  }

  function styled() {
    if (document.querySelector('link[href="/_insyn/overlay.css"]')) return Promise.resolve();
    const link = element("link");
    link.rel = "stylesheet";
    link.href = "/_insyn/overlay.css";
    const loaded = new Promise((done) => { link.onload = link.onerror = done; });
    document.head.append(link);
    return loaded;
  }

  async function showProblems() {
    const answer = await (await fetch("/_insyn/problems")).json();
    if (!answer.failed) return;
    await styled();
    dialog?.remove();
    const { texts } = answer;
    const title = element("h2", "", texts.failed);
    title.id = "insyn-title";
    // The reader, and the scroll, begin at the top and not at the button below the list.
    title.tabIndex = -1;
    title.autofocus = true;
    const close = element("button", "", texts.close);
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    dialog = element("dialog", "insyn-problems", title, element("p", "", texts.stale),
      element("ol", "", ...answer.problems.map((problem) => item(problem, texts))), close);
    dialog.lang = texts.lang;
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.addEventListener("close", () => remember(closed, answer.build));
    document.body.append(dialog);
    dialog.showModal();
  }

  // Pages that were changed are shown before the rest is built: until then others wait, and then they need not come again.
  function waits({ build, early }) {
    if (!early) return false;
    const isEarly = early.pages.includes(location.pathname);
    return build === early.build ? !isEarly : isEarly && shown === early.build;
  }

  function onBuild(event) {
    const latest = JSON.parse(event.data);
    const { build, failed } = latest;
    // The page that stands in for a missing site shows the problems itself.
    const isOverlay = failed && !document.body.classList.contains("insyn-status");
    if (!isOverlay && build !== shown && !waits(latest)) reload();
    if (isOverlay && build !== told && build !== recall(closed)) {
      told = build;
      showProblems();
    }
  }

  // A browser holds few connections to one origin, so only the page that is seen keeps one.
  function connect() {
    source?.close();
    source = undefined;
    if (document.visibilityState === "hidden") return;
    source = new EventSource("/_insyn/events");
    source.addEventListener("build", onBuild);
  }

  connect();
  document.addEventListener("visibilitychange", connect);
  addEventListener("pageshow", (event) => event.persisted && connect());
  addEventListener("pagehide", () => source?.close());
  addEventListener("load", restoreScroll);
})();
