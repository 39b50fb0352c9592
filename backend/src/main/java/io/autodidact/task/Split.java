package io.autodidact.task;

/** What a task may be used for. Only TRAIN tasks may teach; the schema holds to it. */
public enum Split {
  TRAIN,
  VALIDATION,
  EXAM
}
