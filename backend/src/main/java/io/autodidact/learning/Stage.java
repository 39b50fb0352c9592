package io.autodidact.learning;

/** The stages of a learning run, in order. */
public enum Stage {
  EXPLORE("Explore the software"),
  WRITE_TASKS("Write tasks"),
  BASELINE("Examine the base model"),
  WARM_START("Learn from its own plans"),
  ITERATE("Practise and learn from credit"),
  EXAMINE("Sit the exam"),
  RELEASE("Sign the release"),
  DONE("Done");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** The stage after this one; DONE stays. */
  Stage next() {
    return this == DONE ? DONE : values()[ordinal() + 1];
  }
}
