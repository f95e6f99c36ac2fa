"""Small choices by a seed, from which a file of any shape is made."""

from decimal import Decimal


def exact(number):
    """A number as the file writes it."""
    return format(number, "f")


class Drawing:
    """Choices that follow from a seed: `random` decides, `words` are what texts say."""

    def __init__(self, random, words):
        self.random = random
        self.words = words

    def maybe(self):
        return self.random.random() < 0.6

    def count(self, most):
        return self.random.randint(0, most)

    def ids(self, prefix, most):
        return [f"{prefix}-{number}" for number in range(1, self.count(most) + 1)]

    def text(self):
        return self.random.choice(self.words)

    def some_text(self):
        return f"x{self.text()}"

    def texts(self, *fields):
        return {field: self.text() for field in fields}

    def list(self, most=3):
        return [self.some_text() for _ in range(self.count(most))]

    def number(self):
        return exact(Decimal(self.random.randint(-999_999_999_999, 999_999_999_999)).scaleb(-self.count(6)))

    def weight(self):
        return exact(Decimal(self.random.randint(1, 999_999_999_999)).scaleb(-self.count(6)))
