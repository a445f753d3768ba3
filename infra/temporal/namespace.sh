#!/bin/sh
# Creates the desk's namespace once; closed orders stay visible for 90 days.
set -eu
temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention 90d
