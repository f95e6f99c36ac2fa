/* Scoring pages: each cell saves by itself, and nothing typed is lost. Without htmx or this file each has its button. */
(function () {
  "use strict";

  if (!window.htmx) {
    return;
  }

  /* `saved` is what the server is known to hold of a cell, `sent` what is under way to it. */
  var known = new WeakMap();

  function stateOf(cell) {
    if (!known.has(cell)) {
      known.set(cell, { saved: content(cell, true), sent: null });
    }
    return known.get(cell);
  }

  function content(cell, initial) {
    return Array.prototype.map
      .call(cell.querySelectorAll('[name="mark"], [name="score"], [name="rationale"]'), function (field) {
        if (field.type === "radio") {
          return (initial ? field.defaultChecked : field.checked) ? field.value : "";
        }
        return initial ? field.defaultValue : field.value;
      })
      .join("\u0000");
  }

  function countWords(cell) {
    var found = cell.querySelector("textarea").value.match(/\S+/g);
    var count = found ? found.length : 0;
    cell.querySelector("[data-wb-words]").textContent =
      count + (count === 1 ? " word" : " words") + " · about 60 is plenty";
  }

  function isUnsaved(cell) {
    var state = stateOf(cell);
    return state.sent !== null || content(cell) !== state.saved;
  }

  function showState(cell) {
    cell.classList.toggle("wb-cell--unsaved", isUnsaved(cell));
  }

  function cellsIn(root) {
    return Array.prototype.slice.call(root.querySelectorAll("form[data-wb-cell]"));
  }

  function startCells(root) {
    cellsIn(root).forEach(function (cell) {
      countWords(cell);
      showState(cell);
    });
  }

  function unsavedCells() {
    return cellsIn(document).filter(isUnsaved);
  }

  document.body.classList.add("wb-live");
  startCells(document);

  document.body.addEventListener("htmx:load", function (event) {
    startCells(event.target.parentNode || document);
  });

  document.addEventListener("input", function (event) {
    var cell = event.target.closest("form[data-wb-cell]");
    if (!cell) {
      return;
    }
    if (event.target.matches("textarea")) {
      countWords(cell);
    }
    if (event.target.matches("[data-wb-score-box]")) {
      cell.querySelector('[value="in-the-box"]').checked = true;
    }
    showState(cell);
  });

  /* Nothing is sent twice, and nothing by itself while two versions of a cell wait for a choice. */
  document.body.addEventListener("htmx:confirm", function (event) {
    var cell = event.target;
    var asked = event.detail.triggeringEvent;
    if (!cell.matches("form[data-wb-cell]") || (asked && asked.type === "submit")) {
      return;
    }
    var state = stateOf(cell);
    var latest = state.sent === null ? state.saved : state.sent;
    if (content(cell) === latest || cell.querySelector("[data-wb-conflict]")) {
      event.preventDefault();
    }
  });

  document.body.addEventListener("htmx:configRequest", function (event) {
    var asked = event.detail.triggeringEvent;
    if (event.target.matches("form[data-wb-cell]") && !(asked && asked.type === "submit")) {
      delete event.detail.parameters.keep;
    }
  });

  document.body.addEventListener("htmx:beforeRequest", function (event) {
    if (event.target.matches("form[data-wb-cell]")) {
      stateOf(event.target).sent = content(event.target);
      showState(event.target);
    }
  });

  /* A session that ended or a token that went stale is said beside the cell, not far above it. A whole page is no
     answer to a cell. */
  document.body.addEventListener("htmx:beforeSwap", function (event) {
    var cell = event.detail.requestConfig.elt;
    if (!cell.matches("form[data-wb-cell]") || !event.detail.shouldSwap) {
      return;
    }
    var whole = /^\s*<!doctype/i.test(event.detail.serverResponse);
    event.detail.shouldSwap = !whole;
    event.detail.isError = whole;
    if (!whole && event.detail.target.id === "wb-notice") {
      event.detail.target = cell.querySelector(".wb-cell__problem");
      cell.querySelector("[data-wb-status]").textContent = "Not saved";
    }
  });

  document.body.addEventListener("htmx:afterRequest", function (event) {
    var cell = event.target;
    if (!cell.matches("form[data-wb-cell]")) {
      return;
    }
    var state = stateOf(cell);
    var done = event.detail.xhr.status >= 200 && event.detail.xhr.status < 300;
    if (done) {
      state.saved = state.sent;
    }
    state.sent = null;
    /* The button that was pressed goes; whoever pressed it stays in the cell. */
    var asked = event.detail.requestConfig.triggeringEvent;
    var here = document.activeElement;
    if (done && asked && asked.type === "submit" && (here === document.body || here.type === "submit")) {
      cell.querySelector("textarea").focus();
    }
    cell.classList.toggle("wb-cell--failed", !done);
    cell.querySelector("[data-wb-status]").classList.toggle("wb-status--failed", !done);
    [".wb-marks", "textarea"].forEach(function (part) {
      var field = cell.querySelector(part);
      var problem = cell.querySelector('[data-wb-problem="' + part + '"]');
      if (field && problem) {
        field.setAttribute("aria-invalid", "true");
      } else if (field) {
        field.removeAttribute("aria-invalid");
      }
    });
    showState(cell);
  });

  /* Taking theirs replaces the cell; whoever chose so goes on inside it. */
  document.body.addEventListener("htmx:afterSettle", function (event) {
    var asked = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (asked && asked.matches("[data-wb-take]")) {
      var cell = document.getElementById(asked.dataset.wbTake);
      cell.querySelector('[name="mark"]:checked, textarea').focus();
    }
  });

  /* A way out of the page waits for what is under way. What then is still not saved, the browser asks about. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href]");
    var elsewhere = link && link.href.split("#")[0] !== location.href.split("#")[0];
    if (!elsewhere || link.target || link.hasAttribute("hx-get") || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (unsavedCells().length === 0) {
      return;
    }
    event.preventDefault();
    unsavedCells().forEach(function (cell) {
      window.htmx.trigger(cell, "change");
    });
    var tries = 0;
    var wait = setInterval(function () {
      var busy = unsavedCells().some(function (cell) {
        return stateOf(cell).sent !== null;
      });
      tries += 1;
      if (!busy || tries > 60) {
        clearInterval(wait);
        location.href = link.href;
      }
    }, 50);
  });

  window.addEventListener("beforeunload", function (event) {
    if (unsavedCells().length > 0) {
      event.preventDefault();
    }
  });
})();
