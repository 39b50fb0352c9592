-- Who changed what. The database itself numbers, dates and chains the entries of a tenant: each hash
-- covers the entry and the hash before it, so that none can be changed, taken out or moved unseen.
-- The application may add and read; not even the owner of the tables changes an entry by mistake.

CREATE TABLE audit_entry (
  tenant_id uuid NOT NULL REFERENCES tenant,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  thing text NOT NULL,
  thing_id text NOT NULL,
  before_digest text,
  after_digest text,
  detail text,
  address text,
  user_agent text,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX audit_entry_by_thing ON audit_entry (tenant_id, thing, thing_id, seq);
CALL isolate_tenants('audit_entry');
REVOKE UPDATE, DELETE ON audit_entry FROM autodidact_app;

-- The end of each chain; its row is what concurrent entries queue up at.
CREATE TABLE audit_head (
  tenant_id uuid NOT NULL REFERENCES tenant,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant_id)
);
CALL isolate_tenants('audit_head');
REVOKE INSERT, UPDATE, DELETE ON audit_head FROM autodidact_app;

-- A field with its length in bytes before it, so that no two entries are written alike.
CREATE FUNCTION audit_field(value text) RETURNS text
  LANGUAGE sql IMMUTABLE
  AS $$
    SELECT CASE WHEN value IS NULL THEN '-;'
      ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value || ';' END
  $$;

CREATE FUNCTION audit_hash(entry audit_entry) RETURNS bytea
  LANGUAGE sql IMMUTABLE
  AS $$
    SELECT sha256(entry.previous || convert_to(
      audit_field(entry.tenant_id::text)
      || audit_field(entry.seq::text)
      || audit_field(((extract(epoch FROM entry.at) * 1000000)::bigint)::text)
      || audit_field(entry.actor_kind)
      || audit_field(entry.actor)
      || audit_field(entry.action)
      || audit_field(entry.thing)
      || audit_field(entry.thing_id)
      || audit_field(entry.before_digest)
      || audit_field(entry.after_digest)
      || audit_field(entry.detail)
      || audit_field(entry.address)
      || audit_field(entry.user_agent), 'UTF8'))
  $$;

-- Runs as the owner, who alone may move the head.
CREATE FUNCTION chain_audit_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
DECLARE
  head audit_head;
BEGIN
  SELECT * INTO head FROM audit_head WHERE tenant_id = NEW.tenant_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_head (tenant_id, seq, hash)
      VALUES (NEW.tenant_id, 0, sha256(convert_to(NEW.tenant_id::text, 'UTF8')))
      ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_head WHERE tenant_id = NEW.tenant_id FOR UPDATE;
  END IF;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.previous := head.hash;
  NEW.hash := audit_hash(NEW);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE tenant_id = NEW.tenant_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER chain_audit_entry BEFORE INSERT ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();

CREATE FUNCTION refuse_audit_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  RAISE EXCEPTION 'The audit is only added to';
END
$$;
CREATE TRIGGER refuse_audit_change BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER refuse_audit_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
