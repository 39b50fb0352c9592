package io.autodidact.rollout;

import io.autodidact.task.TaskId;

/** Seeds that follow from what they are for, so that an attempt can be repeated. */
final class Seeds {
  private Seeds() {}

  static long of(TaskId task, int iteration, int sample) {
    long entity = task.value().getMostSignificantBits() ^ task.value().getLeastSignificantBits();
    return mix(mix(entity, iteration), sample);
  }

  /** SplitMix64's finaliser over both, kept to 53 bits so that JSON carries it exactly. */
  static long mix(long seed, long more) {
    long z = seed + 0x9e3779b97f4a7c15L * (more + 1);
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (z ^ (z >>> 31)) >>> 11;
  }
}
