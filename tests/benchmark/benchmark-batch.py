#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many reports at once: nianbao-cli beside what a researcher would use.

  benchmark-batch.py CLI MAKE-REPORT [COUNT]

Writes COUNT made-up pages of about 100 kB (1000 by default) to a folder of its own, and takes, one after the other in one
run: nianbao-cli extract to ndjson with one job and with all processors, lxml (parse alone), and pandas.read_html with
lxml (tables alone). Prints processor and wall time per report, the peak of memory, and the processor time beside that of
nianbao-cli with one job. Debian's python3-pandas and python3-lxml are used where they are there; what is missing is said
and left out.
"""

import importlib.util
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

PARSE = "import glob,sys,lxml.html\nfor f in sorted(glob.glob(sys.argv[1]+'/*.html')): lxml.html.parse(f)"
TABLES = ("import glob,sys,pandas\n"
          "for f in sorted(glob.glob(sys.argv[1]+'/*.html')): pandas.read_html(f, flavor='lxml')")
OTHERS = (("lxml, parse alone", "lxml", PARSE), ("pandas.read_html, tables alone", "pandas", TABLES))


def peak_of(process):
    """MB; read while it runs, since what wait4 tells counts this program's own memory in."""
    peak = 0
    while process.poll() is None:
        try:
            with open(f"/proc/{process.pid}/status", encoding="ascii", errors="replace") as status:
                found = re.search(r"VmHWM:\s+(\d+) kB", status.read())
                peak = max(peak, int(found[1]) / 1000) if found else peak
        except OSError:
            pass
        time.sleep(0.005)
    return peak


def run(name, command, count, unit=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = peak_of(process)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000 / count
    note = "" if process.returncode == 0 else f"  (exit {process.returncode})"
    print(f"{name:32} {cpu:8.2f} {wall * 1000 / count:8.2f} {peak:8.1f} {cpu / (unit or cpu):8.2f}{note}")
    return cpu


def main():
    cli, make = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([make, "-l", "html-word-page", "-s", "1", "-n", str(count), "-o", folder],
                       check=True, stdout=subprocess.DEVNULL)
        files = sorted(f for f in os.listdir(folder) if f.endswith(".html"))
        size = sum(os.path.getsize(os.path.join(folder, f)) for f in files)
        print(f"{len(files)} reports, {size / len(files) / 1000:.0f} kB each")
        print(f"{'per report':32} {'ms cpu':>8} {'ms wall':>8} {'MB peak':>8} {'ratio':>8}")
        extract = [cli, "extract", "--quiet", "--format=ndjson"]
        unit = run("nianbao-cli, one job", extract + ["--jobs=1", folder], len(files))
        run(f"nianbao-cli, {os.cpu_count()} jobs", extract + [f"--jobs={os.cpu_count()}", folder], len(files), unit)
        for name, module, code in OTHERS:
            if importlib.util.find_spec(module) is None:
                print(f"{name}: python3-{module} is not installed")
            else:
                run(name, ["/usr/bin/python3", "-c", code, folder], len(files), unit)
        run("nianbao-cli, one report alone", extract + [os.path.join(folder, files[0])], 1, unit)


if __name__ == "__main__":
    main()
