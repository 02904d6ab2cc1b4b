#!/bin/sh
cd "$(dirname "$0")" && exec ./thidua start
