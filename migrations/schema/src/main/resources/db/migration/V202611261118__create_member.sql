-- Who belongs to a tenant, and as what. The directory (Keycloak) knows accounts and organisations; what a
-- person may do in a tenant is said here. version grows with every change that the directory must follow;
-- in_step is the version it has followed last.

ALTER TABLE tenant
  ADD alias text UNIQUE CHECK (alias ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  ADD state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'DISABLED')),
  ADD version int NOT NULL DEFAULT 1,
  ADD in_step int NOT NULL DEFAULT 1;

-- The platform itself: owns no data of the loop, and is the one place from which all tenants' names are seen.
INSERT INTO tenant (tenant_id, name, alias) VALUES ('00000000-0000-0000-0000-000000000000', 'Platform', 'platform');

CREATE POLICY platform_keeps_tenants ON tenant
  USING (current_tenant() = '00000000-0000-0000-0000-000000000000')
  WITH CHECK (current_tenant() = '00000000-0000-0000-0000-000000000000');

CREATE OR REPLACE FUNCTION has_tenants() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM tenant WHERE tenant_id <> '00000000-0000-0000-0000-000000000000') $$;

CREATE TABLE member (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  -- The account in the directory; unknown until it was found or made there.
  person uuid,
  email text CHECK (email = lower(email)),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('BUSINESS_USER', 'TENANT_ADMIN')),
  -- Who was removed stays written down: tokens that still name the organisation open nothing.
  state text NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'REMOVED')),
  version int NOT NULL DEFAULT 1,
  in_step int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, person),
  UNIQUE (tenant_id, email)
);
CALL isolate_tenants('member');
