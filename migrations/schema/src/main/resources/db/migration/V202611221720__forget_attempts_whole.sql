-- An attempt made with weights that are lost is forgotten with all that hangs on it. Exam results and
-- training examples do not cascade: such attempts stay.
ALTER TABLE attribution
  DROP CONSTRAINT attribution_tenant_id_rollout_id_step_index_fkey,
  ADD FOREIGN KEY (tenant_id, rollout_id, step_index) REFERENCES step ON DELETE CASCADE;
ALTER TABLE step
  DROP CONSTRAINT step_tenant_id_rollout_id_fkey,
  ADD FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout ON DELETE CASCADE;
ALTER TABLE experience_evidence
  DROP CONSTRAINT experience_evidence_tenant_id_rollout_id_split_fkey,
  ADD FOREIGN KEY (tenant_id, rollout_id, split) REFERENCES rollout (tenant_id, id, split) ON DELETE CASCADE;
ALTER TABLE experience_recall
  DROP CONSTRAINT experience_recall_tenant_id_rollout_id_fkey,
  ADD FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout ON DELETE CASCADE;
