package io.autodidact.exploration;

import java.util.List;
import java.util.random.RandomGenerator;

/** Orders the operations by which to call next. */
interface OperationChoice {
  /** The most promising first; never empty where there are operations. */
  List<Signature> order(Situation situation, RandomGenerator random);
}
