-- Tenants, the two locks that keep them apart, and the keys programs sign in with.
-- Lock one: every query names its tenant. Lock two: row-level security, armed per transaction by
--   SET LOCAL autodidact.tenant = '…'
-- under a role that owns nothing and can not bypass it.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'autodidact_app') THEN
    CREATE ROLE autodidact_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END
$$;

CREATE FUNCTION current_tenant() RETURNS uuid
  LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('autodidact.tenant', true), '')::uuid $$;

-- Puts a table behind the second lock. Every table with a tenant_id must pass through here.
CREATE PROCEDURE isolate_tenants(target regclass)
  LANGUAGE plpgsql
  AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())',
    target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO autodidact_app', target);
END
$$;

CREATE TABLE tenant (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL DEFAULT now()
);
CALL isolate_tenants('tenant');

-- Asked at first start only, by a process that has no tenant yet.
CREATE FUNCTION has_tenants() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM tenant) $$;

CREATE TABLE api_key (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  name text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CALL isolate_tenants('api_key');

-- A key arrives before its tenant is known: this is the one door through the second lock, and it
-- answers only whoever already holds the key.
CREATE FUNCTION find_api_key(wanted bytea)
  RETURNS TABLE (tenant_id uuid, id uuid, scopes text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT k.tenant_id, k.id, k.scopes FROM api_key k WHERE k.hash = wanted AND k.revoked_at IS NULL $$;

-- The two functions run as the owner of the tables, who must see through the policies to answer;
-- the application's role owns nothing and stays behind them.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key NO FORCE ROW LEVEL SECURITY;

-- Credentials of a tenant's software, sealed under a key that never enters the database.
CREATE TABLE secret (
  tenant_id uuid NOT NULL REFERENCES tenant,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, name)
);
CALL isolate_tenants('secret');

CREATE TABLE idempotency_key (
  tenant_id uuid NOT NULL REFERENCES tenant,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request_digest text NOT NULL,
  status int,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key)
);
CALL isolate_tenants('idempotency_key');
