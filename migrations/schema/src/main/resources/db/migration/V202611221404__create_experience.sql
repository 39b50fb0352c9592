-- Lessons, where they come from, and what they were worth when recalled.

CREATE TABLE experience (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  learning_run_id uuid NOT NULL,
  when_to_use text NOT NULL,
  content text NOT NULL,
  operations text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('ACTIVE', 'RETIRED', 'SWITCHED_OFF')),
  origin text NOT NULL,
  embedding real[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, learning_run_id) REFERENCES learning_run
);
CALL isolate_tenants('experience');

CREATE TABLE experience_evidence (
  tenant_id uuid NOT NULL,
  experience_id uuid NOT NULL,
  rollout_id uuid NOT NULL,
  split text NOT NULL CHECK (split = 'TRAIN'),
  PRIMARY KEY (tenant_id, experience_id, rollout_id),
  FOREIGN KEY (tenant_id, experience_id) REFERENCES experience,
  FOREIGN KEY (tenant_id, rollout_id, split) REFERENCES rollout (tenant_id, id, split)
);
CALL isolate_tenants('experience_evidence');

CREATE TABLE experience_recall (
  tenant_id uuid NOT NULL,
  experience_id uuid NOT NULL,
  rollout_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, experience_id, rollout_id),
  FOREIGN KEY (tenant_id, experience_id) REFERENCES experience,
  FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout
);
CALL isolate_tenants('experience_recall');
