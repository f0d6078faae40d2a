"""Opens an edition with readers that nobody here wrote, and compares what they
read with its CSV tables, cell by cell.

    python conformance/run.py EDITION [READER…]

Each file in readers/ has a function check(edition, result). The exit code is 1
when anything differs.
"""

import importlib
import sys
import traceback
from pathlib import Path

from edition import Edition, Result

SHOWN = 10  # differences of each reader


def main(folder, chosen):
    names = sorted(path.stem for path in Path(__file__).parent.glob("readers/*.py"))
    unknown = set(chosen) - set(names)
    if unknown or not names:
        sys.exit(f"no reader {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
    failed = [name for name in chosen or names if not passes(name, Edition(folder))]
    count = len(chosen or names)
    print(f"{count - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def passes(name, edition):
    result = Result(name)
    try:
        importlib.import_module(f"readers.{name}").check(edition, result)
        result.true("anything was compared", result.compared)
    except Exception:
        result.differences.append(traceback.format_exc())
    print(f"{'FAIL' if result.differences else 'ok  '} {name}: {'; '.join(result.said)}")
    for difference in result.differences[:SHOWN]:
        print("    " + difference)
    if len(result.differences) > SHOWN:
        print(f"    and {len(result.differences) - SHOWN} more")
    return not result.differences


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
