-- A key opens nothing while its tenant is disabled; and it says its name, which is who asked.
DROP FUNCTION find_api_key(bytea);
CREATE FUNCTION find_api_key(wanted bytea)
  RETURNS TABLE (tenant_id uuid, id uuid, name text, scopes text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT k.tenant_id, k.id, k.name, k.scopes
    FROM api_key k JOIN tenant t ON t.tenant_id = k.tenant_id
    WHERE k.hash = wanted AND k.revoked_at IS NULL AND t.state = 'ACTIVE'
  $$;
