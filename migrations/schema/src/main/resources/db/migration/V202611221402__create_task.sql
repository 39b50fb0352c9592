-- Requests the loop wrote for itself, with the plan that fulfils each and the checks that judge it.
-- The exam firewall: what may be trained on or learned from references (tenant, task, split) with
-- split = 'TRAIN', so that a row about an exam task can not exist there.

CREATE TABLE task (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  family text NOT NULL,
  difficulty smallint NOT NULL CHECK (difficulty BETWEEN 1 AND 3),
  split text NOT NULL CHECK (split IN ('TRAIN', 'VALIDATION', 'EXAM')),
  state text NOT NULL CHECK (state IN ('KEPT', 'APPROVED', 'DROPPED')),
  request text NOT NULL,
  episode_seed bigint NOT NULL,
  plan jsonb NOT NULL,
  checks jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, id, split),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CREATE INDEX task_by_run ON task (tenant_id, learning_run_id, split, family);
CALL isolate_tenants('task');
