-- Which step of an attempt helped, and why.

CREATE TABLE attribution (
  tenant_id uuid NOT NULL,
  rollout_id uuid NOT NULL,
  step_index int NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('GOOD', 'BAD', 'ABSTAIN')),
  reason text NOT NULL,
  evidence jsonb NOT NULL,
  advantage double precision,
  PRIMARY KEY (tenant_id, rollout_id, step_index),
  FOREIGN KEY (tenant_id, rollout_id, step_index) REFERENCES step
);
CALL isolate_tenants('attribution');
