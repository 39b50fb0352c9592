-- Secrets in envelopes: each tenant's are sealed under a data key of its own, which is sealed under the
-- key-encryption key outside the database. Rotating that one seals the data keys anew, and no secret.

CREATE TABLE data_key (
  tenant_id uuid NOT NULL REFERENCES tenant,
  sealed bytea NOT NULL,
  -- Which key-encryption key it is sealed under.
  sealed_under bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sealed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id)
);
CALL isolate_tenants('data_key');

-- False for what was sealed under the key-encryption key itself, as all was before there were envelopes.
ALTER TABLE secret ADD enveloped boolean NOT NULL DEFAULT false;

-- Rotation goes through all tenants: this door through the second lock names those that are not done,
-- and shows nothing of theirs.
CREATE FUNCTION tenants_not_sealed_under(current_key bigint) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT k.tenant_id FROM data_key k WHERE k.sealed_under <> current_key
    UNION
    SELECT s.tenant_id FROM secret s WHERE NOT s.enveloped
  $$;
ALTER TABLE data_key NO FORCE ROW LEVEL SECURITY;
ALTER TABLE secret NO FORCE ROW LEVEL SECURITY;
