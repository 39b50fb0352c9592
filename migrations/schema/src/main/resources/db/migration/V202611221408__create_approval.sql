-- Calls that a served agent wanted to make and that wait for a person's approval.

CREATE TABLE approval (
  tenant_id uuid NOT NULL,
  -- SHA-256 of the token: who has the token may redeem it, who reads this table may not.
  token_hash bytea NOT NULL,
  agent_id uuid NOT NULL,
  version int NOT NULL,
  operation text NOT NULL,
  arguments jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  redeemed_at timestamptz,
  redeemed_by uuid,
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, agent_id, version) REFERENCES release,
  FOREIGN KEY (tenant_id, redeemed_by) REFERENCES api_key
);
CALL isolate_tenants('approval');
