-- Connections to software in the making: what people entered so far, so that nothing is lost on the way.
-- environment_id and environment_version are set where a registered environment is being changed.
CREATE TABLE connection_draft (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  environment_id uuid,
  environment_version int,
  data jsonb NOT NULL,
  document text,
  catalogue jsonb,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment
);
CALL isolate_tenants('connection_draft');
