"""Writes package-lock.json anew from package.json, without any address (`make locks`).

npm leaves the addresses of downloads out by itself (.npmrc); what it keeps are appeals for funds.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Resolves in a folder of its own, so that no node_modules appears in the tree."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", ".npmrc"):
            Path(folder, name).write_bytes((HERE / name).read_bytes())
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "install", "--package-lock-only", "--loglevel=error"], cwd=folder, check=True)
        lock = json.loads(Path(folder, "package-lock.json").read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
    (HERE / "package-lock.json").write_text(json.dumps(lock, indent=2) + "\n")


if __name__ == "__main__":
    main()
