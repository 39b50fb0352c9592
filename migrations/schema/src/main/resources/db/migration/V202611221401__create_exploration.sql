-- What was tried on the software, what it answered, and which values flow where.

CREATE TABLE transition (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  seq int NOT NULL,
  episode_seed bigint NOT NULL,
  operation text NOT NULL,
  arguments jsonb NOT NULL,
  provenance jsonb NOT NULL,
  outcome jsonb NOT NULL,
  succeeded boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, learning_run_id, seq),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('transition');

CREATE TABLE flow (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  producer text NOT NULL,
  result_path text NOT NULL,
  consumer text NOT NULL,
  parameter text NOT NULL,
  confirmed_by int,
  PRIMARY KEY (tenant_id, learning_run_id, producer, result_path, consumer, parameter),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run,
  FOREIGN KEY (tenant_id, learning_run_id, confirmed_by) REFERENCES transition
);
CALL isolate_tenants('flow');

CREATE TABLE coverage (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  report jsonb NOT NULL,
  PRIMARY KEY (tenant_id, learning_run_id),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('coverage');

CREATE TABLE finding (
  tenant_id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  digest text NOT NULL,
  kind text NOT NULL,
  operation text NOT NULL,
  message text NOT NULL,
  evidence jsonb NOT NULL,
  PRIMARY KEY (tenant_id, learning_run_id, digest),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('finding');
