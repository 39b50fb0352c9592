-- Networks beyond the public internet that a platform admin opened to one environment, by its name:
-- software that can not be reached can not be registered.
CREATE TABLE allowed_network (
  tenant_id uuid NOT NULL REFERENCES tenant,
  environment_name text NOT NULL CHECK (length(environment_name) BETWEEN 1 AND 200),
  network text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, environment_name, network)
);
CALL isolate_tenants('allowed_network');
