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
    if (event.detail.requestConfig.verb === "get") {
      /* A question to the page is sent as it would be without this file. */
      if (event.target.matches("form")) {
        event.target.submit();
      }
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
    if (changed.size > 0) {
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
