#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many reports at once: nianbao-cli beside what a researcher would use.

  benchmark-batch.py CLI MAKE-REPORT [COUNT]

Writes COUNT made-up pages of about 100 kB (1000 by default) to a folder of its own, and takes, one after the other in one
run: nianbao-cli extract to ndjson with one job and with all processors, lxml (parse alone), and pandas.read_html with
lxml (tables alone). Prints processor and wall time per report and the peak of memory. Debian's python3-pandas
and python3-lxml are used where they are there; what is missing is said and left out.
"""

import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
import time

PARSE = "import glob,sys,lxml.html\nfor f in sorted(glob.glob(sys.argv[1]+'/*.html')): lxml.html.parse(f)"
TABLES = ("import glob,sys,pandas\n"
          "for f in sorted(glob.glob(sys.argv[1]+'/*.html')): pandas.read_html(f, flavor='lxml', encoding='utf-8')")


def run(name, command, count, expected=0):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    note = "" if code == expected else f"  (exit {code})"
    print(f"{name:34} {cpu * 1000 / count:8.2f} ms cpu {wall * 1000 / count:8.2f} ms wall{note}")
    return cpu


def main():
    cli, make = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([make, "-l", "html-word-page", "-s", "1", "-n", str(count), "-o", folder],
                       check=True, stdout=subprocess.DEVNULL)
        size = sum(os.path.getsize(os.path.join(folder, f)) for f in os.listdir(folder))
        print(f"{count} reports, {size / count / 1000:.0f} kB each; per report:")
        extract = [cli, "extract", "--quiet", "--format=ndjson"]
        run("nianbao-cli --jobs=1", extract + ["--jobs=1", folder], count)
        run(f"nianbao-cli --jobs={os.cpu_count()}", extract + [folder], count)
        for name, module, code in (("lxml, parse alone", "lxml", PARSE), ("pandas.read_html, tables alone", "pandas", TABLES)):
            if importlib.util.find_spec(module) is None:
                print(f"{name}: python3-{module} is not installed")
            else:
                run(name, ["/usr/bin/python3", "-c", code, folder], count)


if __name__ == "__main__":
    main()
