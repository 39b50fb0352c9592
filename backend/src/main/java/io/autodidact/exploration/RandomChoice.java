package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Any operation, each as likely as the other. */
final class RandomChoice implements OperationChoice {
  private final List<Signature> allowed;

  RandomChoice(List<Signature> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  @Override
  public List<Signature> order(Situation situation, RandomGenerator random) {
    var order = new ArrayList<>(allowed);
    java.util.Collections.shuffle(order, java.util.Random.from(random));
    return order;
  }
}
