-- An approval is redeemed by an API key or by a person; a person's id is the directory's.
ALTER TABLE approval DROP CONSTRAINT approval_tenant_id_redeemed_by_fkey;
