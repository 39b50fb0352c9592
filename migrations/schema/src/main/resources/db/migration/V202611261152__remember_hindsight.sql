-- Tasks that an attempt solved without being asked to: which attempt that was. The key holds both to the TRAIN split,
-- so that nothing of an exam comes back as a lesson. The task outlives the attempt.
ALTER TABLE task
  ADD hindsight_of uuid,
  ADD CHECK (hindsight_of IS NULL OR split = 'TRAIN'),
  ADD FOREIGN KEY (tenant_id, hindsight_of, split) REFERENCES rollout (tenant_id, id, split)
    ON DELETE SET NULL (hindsight_of);
CREATE INDEX task_by_hindsight ON task (tenant_id, hindsight_of) WHERE hindsight_of IS NOT NULL;
