#!/bin/sh
# Creates Temporal's two databases and brings their tables up to date; safe to run again.
set -eu
folder=/etc/temporal/schema/postgresql/v12
for pair in temporal:temporal temporal_visibility:visibility; do
  database="${pair%%:*}"
  temporal-sql-tool --db "$database" create
  temporal-sql-tool --db "$database" setup-schema -v 0.0
  temporal-sql-tool --db "$database" update-schema -d "$folder/${pair##*:}/versioned"
done
