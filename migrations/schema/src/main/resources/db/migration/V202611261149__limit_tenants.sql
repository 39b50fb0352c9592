-- What a tenant may use, what its runs have reserved, and what it used by day. The figures of single
-- runs stay in usage; these are written in the same transaction.

-- Null: the installation's default. The row is also what concurrent starts queue up at.
CREATE TABLE quota (
  tenant_id uuid NOT NULL REFERENCES tenant,
  parallel_runs int CHECK (parallel_runs >= 0),
  engine_seconds_a_month bigint CHECK (engine_seconds_a_month >= 0),
  environments int CHECK (environments >= 0),
  tokens_a_day bigint CHECK (tokens_a_day >= 0),
  requests_a_minute int CHECK (requests_a_minute >= 1),
  PRIMARY KEY (tenant_id)
);
CALL isolate_tenants('quota');

-- What a run will probably still take. It counts while the run's state says that it goes on, so the
-- reservation of a run that died ends with the run.
CREATE TABLE reservation (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  engine_milliseconds bigint NOT NULL CHECK (engine_milliseconds >= 0),
  tokens bigint NOT NULL CHECK (tokens >= 0),
  PRIMARY KEY (tenant_id, learning_run_id),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run ON DELETE CASCADE
);
CALL isolate_tenants('reservation');

CREATE TABLE daily_usage (
  tenant_id uuid NOT NULL REFERENCES tenant,
  day date NOT NULL,
  resource text NOT NULL CHECK (resource IN ('ENGINE_MILLISECONDS', 'TOKENS', 'CALLS', 'CHATS')),
  amount bigint NOT NULL,
  PRIMARY KEY (tenant_id, day, resource)
);
CALL isolate_tenants('daily_usage');
