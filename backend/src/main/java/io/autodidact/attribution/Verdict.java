package io.autodidact.attribution;

/** Whether a step helped. */
public enum Verdict {
  GOOD,
  BAD,
  ABSTAIN
}
