-- A lesson that a person approved is recalled like any other, and is not retired without being asked.
ALTER TABLE experience
  DROP CONSTRAINT experience_state_check,
  ADD CHECK (state IN ('ACTIVE', 'APPROVED', 'RETIRED', 'SWITCHED_OFF'));
