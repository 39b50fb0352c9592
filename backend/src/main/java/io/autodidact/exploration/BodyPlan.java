package io.autodidact.exploration;

/** A way to make the body of a call. */
enum BodyPlan {
  /** Only what must be there and what tells the thing apart. */
  MINIMAL,
  /** The minimum and some of the rest. */
  RICH,
  /** A thing of the same shape seen earlier, under new names. */
  COPY,
  /** What was read, given back with a change. */
  SAME,
  /** Only the change. */
  CHANGE,
  /** Nothing in it. */
  EMPTY
}
