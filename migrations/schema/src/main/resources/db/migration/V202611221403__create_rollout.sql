-- Attempts, token for token as they were sampled.

CREATE TABLE rollout (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  task_id uuid NOT NULL,
  split text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('PRACTICE', 'VALIDATION', 'EXAM')),
  policy text NOT NULL,
  policy_version int NOT NULL,
  iteration int NOT NULL,
  sample int NOT NULL,
  with_experience boolean NOT NULL,
  given_steps int NOT NULL,
  seed bigint NOT NULL,
  ending text NOT NULL,
  answer jsonb,
  reward double precision NOT NULL CHECK (reward BETWEEN 0 AND 1),
  judgement jsonb NOT NULL,
  account jsonb NOT NULL,
  milliseconds int NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, id, split),
  -- One attempt is counted once, however often its job is picked up again.
  UNIQUE (tenant_id, learning_run_id, task_id, purpose, policy, policy_version, iteration, sample),
  FOREIGN KEY (tenant_id, task_id, split) REFERENCES task (tenant_id, id, split),
  CHECK (purpose <> 'PRACTICE' OR split = 'TRAIN')
);
CREATE INDEX rollout_by_run ON rollout (tenant_id, learning_run_id, purpose, iteration);
CALL isolate_tenants('rollout');

CREATE TABLE step (
  tenant_id uuid NOT NULL,
  rollout_id uuid NOT NULL,
  index int NOT NULL,
  thought text NOT NULL,
  action jsonb NOT NULL,
  observation jsonb NOT NULL,
  prompt_tokens int[] NOT NULL,
  completion_tokens int[] NOT NULL,
  logprobs real[] NOT NULL,
  milliseconds int NOT NULL,
  PRIMARY KEY (tenant_id, rollout_id, index),
  FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout
);
CALL isolate_tenants('step');
