package io.autodidact.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which family and which seed the n-th attempt at a task of a split has. The splits share no seed,
 * and about a fifth of the families is left to the exam, so that it asks about unseen entities and
 * unseen kinds of work. Equal seeds make equal syllabuses.
 */
public final class Syllabus {
  /** Episode seeds of one split; far more than are ever used. */
  private static final long SEEDS = 1_000_000_000L;

  /** Half of the tasks are simple, three in ten have two parts, two in ten build on each other. */
  private static final int[] DIFFICULTIES = {1, 2, 1, 3, 1, 2, 1, 2, 1, 3};

  private final List<TaskFamily> seen;
  private final List<TaskFamily> all;
  private final long seed;

  /**
   * @param families best first; earlier ones come up more often
   * @param examOnly share of the families that only the exam has
   */
  public Syllabus(List<TaskFamily> families, double examOnly, long seed) {
    var kept = reserved(families, examOnly, seed);
    this.all = List.copyOf(families);
    this.seen = families.stream().filter(family -> !kept.contains(family.name())).toList();
    this.seed = seed;
  }

  /**
   * One lesson: what to ask, and in which episode.
   *
   * @param number counts the attempts of a split, from 0
   */
  public record Lesson(TaskFamily family, Split split, long episodeSeed, long number) {}

  public Lesson lesson(Split split, long number) {
    var difficulty = DIFFICULTIES[(int) (number % DIFFICULTIES.length)];
    var families = ofDifficulty(split == Split.EXAM ? all : seen, difficulty);
    var place = number / DIFFICULTIES.length * times(difficulty) + timesBefore(number);
    var round = place / families.size();
    var random = new SplittableRandom(seed ^ (place(split) * 7919L + difficulty * 104729L + round));
    var order = new ArrayList<>(families);
    Collections.shuffle(order, Random.from(random));
    var family = order.get((int) (place % families.size()));
    return new Lesson(family, split, seedOf(split, number), number);
  }

  private static long place(Split split) {
    return switch (split) {
      case TRAIN -> 1;
      case VALIDATION -> 2;
      case EXAM -> 3;
    };
  }

  /** Families of that difficulty; all of them if there are none. */
  private static List<TaskFamily> ofDifficulty(List<TaskFamily> families, int difficulty) {
    var fitting = families.stream().filter(family -> family.difficulty() == difficulty).toList();
    return fitting.isEmpty() ? families : fitting;
  }

  private static long times(int difficulty) {
    return Arrays.stream(DIFFICULTIES).filter(one -> one == difficulty).count();
  }

  /** How often the difficulty of this attempt came up in its round before. */
  private static long timesBefore(long number) {
    var at = (int) (number % DIFFICULTIES.length);
    return Arrays.stream(DIFFICULTIES, 0, at).filter(one -> one == DIFFICULTIES[at]).count();
  }

  /** Which attempt of its split a task came from. */
  public long number(Task task) {
    return task.episodeSeed() - seedOf(task.split(), 0);
  }

  /** Families that only the exam has. */
  public Set<String> examOnly() {
    var names = new HashSet<String>();
    all.forEach(family -> names.add(family.name()));
    seen.forEach(family -> names.remove(family.name()));
    return names;
  }

  private long seedOf(Split split, long number) {
    return Math.floorMod(seed, 1_000L) * 10 * SEEDS + place(split) * SEEDS + number;
  }

  /** Whole families are reserved, and no family that another is a variant of stays behind alone. */
  private static Set<String> reserved(List<TaskFamily> families, double share, long seed) {
    var names = new ArrayList<String>();
    families.forEach(family -> names.add(family.name()));
    Collections.shuffle(names, new Random(seed));
    return new HashSet<>(names.subList(0, (int) Math.round(names.size() * share)));
  }
}
