-- Optimiser steps. A step is announced with its place in the order, applied once, then marked. Picked
-- up again after a crash, a run goes back to its last checkpoint: steps behind that one are taken out
-- here as they are lost there, so each step that stands here is in the weights exactly once.

CREATE TABLE training_step (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  seq int NOT NULL CHECK (seq > 0),
  kind text NOT NULL CHECK (kind IN ('WARM_START', 'ITERATION')),
  iteration int NOT NULL,
  state text NOT NULL CHECK (state IN ('ANNOUNCED', 'APPLIED')),
  learning_rate double precision NOT NULL,
  tokens int NOT NULL,
  metrics jsonb NOT NULL DEFAULT '{}',
  milliseconds int NOT NULL DEFAULT 0,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, learning_run_id, seq),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('training_step');

-- What each step was trained on; only TRAIN tasks can stand here.
CREATE TABLE training_example (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  seq int NOT NULL,
  position int NOT NULL,
  task_id uuid NOT NULL,
  split text NOT NULL CHECK (split = 'TRAIN'),
  rollout_id uuid,
  PRIMARY KEY (tenant_id, learning_run_id, seq, position),
  FOREIGN KEY (tenant_id, learning_run_id, seq) REFERENCES training_step ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, task_id, split) REFERENCES task (tenant_id, id, split),
  FOREIGN KEY (tenant_id, rollout_id, split) REFERENCES rollout (tenant_id, id, split)
);
CALL isolate_tenants('training_example');

-- Weights the engine keeps; seq steps are in them. stage_milliseconds: how much of its time the stage
-- had used by then.
CREATE TABLE checkpoint (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  seq int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('WARM_START', 'ITERATION')),
  iteration int NOT NULL,
  weights_path text NOT NULL,
  sampler_path text NOT NULL,
  stage_milliseconds bigint NOT NULL,
  validation double precision,
  at timestamptz NOT NULL DEFAULT now(),
  -- An iteration without signal adds no step and is finished all the same.
  PRIMARY KEY (tenant_id, learning_run_id, seq, iteration),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('checkpoint');
