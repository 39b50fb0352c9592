-- Exams, the agents consumers call, and their numbered, signed releases.

CREATE TABLE exam_result (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  candidate text NOT NULL,
  task_id uuid NOT NULL,
  split text NOT NULL CHECK (split = 'EXAM'),
  sample int NOT NULL,
  reward double precision NOT NULL CHECK (reward BETWEEN 0 AND 1),
  refusals int NOT NULL,
  rollout_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, learning_run_id, candidate, task_id, sample),
  FOREIGN KEY (tenant_id, task_id, split) REFERENCES task (tenant_id, id, split),
  FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout
);
CALL isolate_tenants('exam_result');

CREATE TABLE agent (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  environment_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name),
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment
);
CALL isolate_tenants('agent');

CREATE TABLE release (
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  version int NOT NULL,
  learning_run_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('CANDIDATE', 'RELEASED')),
  verdict jsonb NOT NULL,
  digest text NOT NULL,
  manifest jsonb NOT NULL,
  signature bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, agent_id, version),
  UNIQUE (tenant_id, learning_run_id),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent,
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('release');

CREATE TABLE release_alias (
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  name text NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, agent_id, name),
  FOREIGN KEY (tenant_id, agent_id, version) REFERENCES release
);
CALL isolate_tenants('release_alias');
