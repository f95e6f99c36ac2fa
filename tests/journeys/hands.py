"""Two ways to use a page: with a mouse, and by keyboard alone. A journey told once is gone both ways."""

from playwright.sync_api import expect

FURTHEST = 400  # presses of Tab, after which something counts as out of reach
FOCUSED = "element => element === document.activeElement"


class Mouse:
    """Points at what it wants."""

    def press(self, target):
        """Follows a link, presses a button."""
        target.click()

    def write(self, target, text):
        """Writes into a box."""
        target.fill(text)

    def choose(self, target, label):
        """Takes an entry of a list."""
        target.select_option(label=label)


class Keyboard:
    """Goes from the top of the page to what it wants by Tab; the mouse lies unplugged."""

    def press(self, target):
        """Follows a link, presses a button."""
        self.reach(target)
        target.page.keyboard.press("Enter")

    def write(self, target, text):
        """Writes into a box."""
        self.reach(target)
        target.page.keyboard.press("ControlOrMeta+a")
        target.page.keyboard.type(text)

    def choose(self, target, label):
        """Takes an entry of a list by the first letters of its name."""
        self.reach(target)
        target.page.keyboard.type(label)

    def mark(self, target):
        """Takes a point of a scale: Tab leads to the one that is taken, arrows to the others."""
        page, name = target.page, target.get_attribute("name")
        self._tab_until(page, lambda: target.evaluate("one => one.form.contains(document.activeElement)"))
        self._tab_until(page, lambda: page.evaluate("document.activeElement.name") == name)
        for _ in range(10):
            if target.evaluate(FOCUSED):
                break
            page.keyboard.press("ArrowRight")
        expect(target).to_be_checked()

    def reach(self, target):
        """Goes to it, in the order of the page, from wherever the focus is."""
        expect(target).to_be_visible()
        self._tab_until(target.page, lambda: target.evaluate(FOCUSED))

    @staticmethod
    def _tab_until(page, there):
        for _ in range(FURTHEST):
            if there():
                return
            page.keyboard.press("Tab")
        raise AssertionError("cannot be reached by Tab")
