-- One pass of the loop, the news it makes on the way, and the jobs that carry it.

CREATE TABLE learning_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  environment_id uuid NOT NULL,
  catalogue_version int NOT NULL,
  agent_name text NOT NULL,
  goals jsonb NOT NULL,
  settings jsonb NOT NULL,
  budget jsonb NOT NULL,
  seed bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'STOPPING', 'CANCELLED', 'FINISHED', 'FAILED')),
  stage text NOT NULL CHECK (stage IN ('EXPLORE', 'WRITE_TASKS', 'BASELINE', 'WARM_START', 'ITERATE', 'EXAMINE', 'RELEASE', 'DONE')),
  reason text,
  -- Grows each time a worker picks the run up; a worker whose number is old may no longer commit.
  epoch bigint NOT NULL DEFAULT 0,
  progress jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, environment_id, catalogue_version) REFERENCES catalogue
);
CALL isolate_tenants('learning_run');

-- What a run has spent, by stage; written in the transaction of the work it paid for, so that a
-- stage picked up again is neither billed twice nor for free.
CREATE TABLE usage (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  stage text NOT NULL,
  resource text NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (tenant_id, learning_run_id, stage, resource),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('usage');

CREATE TABLE run_event (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  data jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, learning_run_id, seq),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('run_event');

-- db-scheduler's own table; rows name a tenant and a run, and hold nothing else of theirs.
CREATE TABLE scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_by_priority ON scheduled_tasks (priority DESC, execution_time ASC);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO autodidact_app;
