#!/bin/sh
# Installs simcase into the folder named. PYTHON chooses the interpreter.
exec "${PYTHON:-python3}" "$(dirname -- "$0")/install.py" "$@"
