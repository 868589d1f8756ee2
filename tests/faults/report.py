"""What a test found: figures for the table, and every violation in words."""


class Skipped(Exception):
    """The test cannot be made here; said aloud, never counted as passed."""


class Result:
    LIMIT = 20  # violations printed in full

    def __init__(self, name):
        self.name = name
        self.figures = {}
        self.violations = []
        self.skipped = ""  # what of the test could not be made here

    def count(self, figure, more=1):
        self.figures[figure] = self.figures.get(figure, 0) + more

    def require(self, is_right, words):
        """`words` may be a function, where making them is dear."""
        if not is_right:
            self.violations.append(words() if callable(words) else words)
        return is_right

    def control(self, name, was_found):
        """A test that cannot fail proves nothing: what a control breaks must have been found."""
        self.count("controls")
        self.require(was_found, f"control '{name}' was not found: this test would not see a fault")

    def show(self):
        print(f"{'ok' if not self.violations else 'FAILED':7}{self.name:10}" +
              ", ".join(f"{figure} {value}" for figure, value in self.figures.items()), flush=True)
        for words in self.violations[:self.LIMIT]:
            print("    " + words.replace("\n", "\n      "))
        if self.skipped:
            print(f"SKIPPED {self.name}: {self.skipped}", flush=True)
        if len(self.violations) > self.LIMIT:
            print(f"    and {len(self.violations) - self.LIMIT} more")
