#!/bin/sh
# The image of PostgreSQL runs this once, on an empty data folder: a database for read models and one for keys,
# each with an owner of its own, so that who can read the one cannot read the other.
set -e

database() {
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set=name="$1" --set=password="$(cat "${SECRETS:-/run/secrets}/$2")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

database kith_read_models read_models_password
database kith_keys keys_password
