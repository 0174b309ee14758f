"""Runs a command and writes what it and its children cost, as one line of JSON, to the file named first.

Usage: measure.py FILE COMMAND [ARGUMENT …]
"""

import json
import resource
import subprocess
import sys
import time

# What started this script may have had children of its own.
before = resource.getrusage(resource.RUSAGE_CHILDREN)
start = time.monotonic()
code = subprocess.run(sys.argv[2:]).returncode
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    user, system = used.ru_utime - before.ru_utime, used.ru_stime - before.ru_stime
    # The peak of the largest process; Linux tells it in kibibytes.
    json.dump({"user": user, "system": system, "wall": wall, "peak": used.ru_maxrss * 1024}, file)
sys.exit(code)
