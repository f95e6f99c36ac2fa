/* What pages do beyond HTML. Every page works without this file; no figure is computed here. */
(function () {
  "use strict";

  /* GOV.UK Frontend looks for these two classes, which its own template sets in an inline script. */
  document.body.classList.add("js-enabled");
  if ("noModule" in HTMLScriptElement.prototype) {
    document.body.classList.add("govuk-frontend-supported");
  }
  if (window.GOVUKFrontend) {
    window.GOVUKFrontend.initAll();
  }

  /* == Saying what happened ======================================================================================== */

  /* A view announces with the header HX-Trigger: {"wb:announce": "Saved at 10:40"}. */
  document.body.addEventListener("wb:announce", function (event) {
    document.getElementById("wb-announce").textContent = event.detail.value;
  });

  /* A request that got no answer, or a refusal that brought no page part, must never look like a save. */
  function failed(event) {
    /* Nothing is lost where somebody only wanted to read: the link itself leads to the page. */
    if (event.detail.requestConfig.verb === "get" && event.target.href) {
      window.location.assign(event.target.href);
      return;
    }
    var scope = event.target.closest("form, [data-wb-cell]");
    var status = scope && scope.querySelector("[data-wb-status]");
    var text = "Not saved. Your text is still here: check your connection, then save again.";
    if (status) {
      status.textContent = text;
      status.classList.add("wb-status--failed");
    }
    document.getElementById("wb-announce").textContent = text;
  }
  document.body.addEventListener("htmx:sendError", failed);
  document.body.addEventListener("htmx:responseError", failed);
  document.body.addEventListener("htmx:timeout", failed);

  /* == A session that ended while somebody typed =================================================================== */

  /* The answer to a part of a page sent with an old token brings a fresh one, for the next try. */
  document.body.addEventListener("wb:token", function (event) {
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": event.detail.value }));
    document.querySelectorAll('input[name="csrfmiddlewaretoken"]').forEach(function (input) {
      input.value = event.detail.value;
    });
  });
  document.body.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful) {
      document.getElementById("wb-notice").textContent = "";
    }
  });

  /* == Boxes that grow ============================================================================================= */

  if (!CSS.supports("field-sizing", "content")) {
    var grow = function (box) {
      box.style.height = "auto";
      box.style.height = box.scrollHeight + 4 + "px";
    };
    var growAll = function (root) {
      root.querySelectorAll("textarea").forEach(grow);
    };
    document.addEventListener("input", function (event) {
      if (event.target.matches("textarea")) {
        grow(event.target);
      }
    });
    document.body.addEventListener("htmx:load", function (event) {
      growAll(event.target);
    });
    growAll(document);
  }

  /* == Scoring by key ============================================================================================== */

  /* In a group marked data-wb-score-keys the keys 1 to 9 choose the score of that value. */
  document.addEventListener("keydown", function (event) {
    var group = event.target.closest("[data-wb-score-keys]");
    if (!group || event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) {
      return;
    }
    var radio = group.querySelector('input[type="radio"][value="' + event.key + '"]:not(:disabled)');
    if (radio) {
      event.preventDefault();
      radio.focus();
      if (!radio.checked) {
        radio.click();
      }
    }
  });

  /* == Cells that save by themselves (scoring pages) =============================================================== */

  /* `saved` is what the server is known to hold of a cell, `sent` what is under way to it. */
  var known = new WeakMap();

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
    var state = known.get(cell);
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
      if (!known.has(cell)) {
        known.set(cell, { saved: content(cell, true), sent: null });
        countWords(cell);
        showState(cell);
      }
    });
  }

  function unsavedCells() {
    return cellsIn(document).filter(isUnsaved);
  }

  if (window.htmx) {
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
      var state = known.get(cell);
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
        known.get(event.target).sent = content(event.target);
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
      var state = known.get(cell);
      var done = event.detail.xhr.status >= 200 && event.detail.xhr.status < 300;
      if (done) {
        state.saved = state.sent;
      }
      state.sent = null;
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
          return known.get(cell).sent !== null;
        });
        tries += 1;
        if (!busy || tries > 60) {
          clearInterval(wait);
          location.href = link.href;
        }
      }, 50);
    });
  }

  /* == Text that is not saved yet (every long form) ================================================================ */

  var changed = new Set();
  document.addEventListener("input", function (event) {
    var form = event.target.closest("form[data-wb-keep]");
    if (form) {
      changed.add(form);
    }
  });
  document.addEventListener("submit", function (event) {
    changed.delete(event.target);
  });
  window.addEventListener("beforeunload", function (event) {
    if (changed.size > 0 || (window.htmx && unsavedCells().length > 0)) {
      event.preventDefault();
    }
  });

  /* == Reading under the matrix (results pages) ==================================================================== */

  /* What opens there is brought into view; the focus stays on the score that was chosen. */
  document.body.addEventListener("htmx:afterSwap", function (event) {
    if (event.target.id === "beneath") {
      event.target.scrollIntoView({ block: "nearest" });
    }
  });

  /* == Copying a table (results pages) ============================================================================= */

  /* Word takes HTML from the clipboard, and looks only at what stands on the elements themselves. */
  function forWord(table) {
    var copy = table.cloneNode(true);
    copy.querySelectorAll(".govuk-visually-hidden").forEach(function (extra) {
      extra.remove();
    });
    copy.querySelectorAll("[class]").forEach(function (element) {
      if (element.matches(".wb-number")) {
        element.setAttribute("align", "right");
      }
      element.removeAttribute("class");
    });
    copy.removeAttribute("class");
    copy.setAttribute("border", "1");
    copy.setAttribute("cellpadding", "4");
    return copy.outerHTML;
  }

  function asLines(table) {
    return Array.from(table.rows, function (row) {
      return Array.from(row.cells, function (cell) {
        return cell.textContent.trim();
      }).join("\t");
    }).join("\n");
  }

  function copyTable(button) {
    var table = document.getElementById(button.getAttribute("data-wb-copy"));
    var said = button.parentElement.querySelector("[data-wb-copied]");
    var item = new ClipboardItem({
      "text/html": new Blob([forWord(table)], { type: "text/html" }),
      "text/plain": new Blob([asLines(table)], { type: "text/plain" }),
    });
    navigator.clipboard.write([item]).then(
      function () {
        said.textContent = "Copied. Paste it into Word.";
      },
      function () {
        said.textContent = "Your browser did not allow it. Select the table with the mouse and copy it.";
      }
    );
  }

  if (window.ClipboardItem && navigator.clipboard) {
    document.querySelectorAll("[data-wb-copy]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        copyTable(button);
      });
    });
  }
})();
