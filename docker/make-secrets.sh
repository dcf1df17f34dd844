#!/bin/sh
# Makes the secrets that docker-compose.yml mounts, each in a file of its own, where it is missing: sh docker/make-secrets.sh
# What is there stays: another master key would make all personal data unreadable.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets

random_hex() {
  od -An -v -tx1 -N "$1" /dev/urandom | tr -d ' \n'
}

# Readable for all inside a folder that is not: in a container, the reader is another user than the owner of the file.
keep() {
  [ -s "secrets/$1" ] && return
  printf '%s\n' "$2" >"secrets/$1"
  chmod 644 "secrets/$1"
}

keep master_key "$(head -c 32 /dev/urandom | base64)"
keep admin_key "kith_$(random_hex 8)_$(random_hex 32)"
keep postgres_password "$(random_hex 24)"
keep read_models_password "$(random_hex 24)"
keep keys_password "$(random_hex 24)"
# What the engine is given: URLs with these passwords in them.
keep read_db_url "postgres://kith_read_models:$(cat secrets/read_models_password)@postgres:5432/kith_read_models"
keep key_vault_url "postgres://kith_keys:$(cat secrets/keys_password)@postgres:5432/kith_keys"
echo "docker/secrets is complete; keep a copy of master_key apart from everything else"
