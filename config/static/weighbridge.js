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

  /* == Pasting a column (scoring pages) ============================================================================ */

  /* == Copying a table (results pages) ============================================================================= */
})();
