package io.autodidact.e2e.bench.credit;

import io.autodidact.attribution.Verdict;
import java.util.Locale;

/** What a step was planted as, and the verdict it therefore deserves. */
enum Planting {
  /** A call of the reference plan that changes what is asked for, or the right end. */
  DECISIVE(Verdict.GOOD),
  /** A read whose values such a call needs. */
  NEEDED(Verdict.GOOD),
  /** Takes a wrong change back. */
  REPAIR(Verdict.GOOD),
  /** A read of which nothing is used. */
  USELESS(Verdict.BAD),
  /** A call made before, to no new effect. */
  REPEATED(Verdict.BAD),
  /** A call that the software refuses, or that is none. */
  FAULTY(Verdict.BAD),
  /** A change of the wrong thing or to the wrong value. */
  WRONG(Verdict.BAD),
  /** Says it is done when it is not. */
  WRONG_END(Verdict.BAD);

  private final Verdict deserves;

  Planting(Verdict deserves) {
    this.deserves = deserves;
  }

  Verdict deserves() {
    return deserves;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
