-- Software a tenant registered, what can be done with it, and what its people want done.

CREATE TABLE environment (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL,
  settings jsonb NOT NULL,
  lifecycle jsonb NOT NULL,
  policy jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
CALL isolate_tenants('environment');

CREATE TABLE catalogue (
  tenant_id uuid NOT NULL,
  environment_id uuid NOT NULL,
  version int NOT NULL,
  digest text NOT NULL,
  operations jsonb NOT NULL,
  defects jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, environment_id, version),
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment
);
CALL isolate_tenants('catalogue');

CREATE TABLE goal (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  environment_id uuid NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  preferences jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment
);
CALL isolate_tenants('goal');
