-- Two people may edit one thing at once: an edit names the version it saw, and the second is told.
ALTER TABLE task ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE experience ADD COLUMN version int NOT NULL DEFAULT 1;
