package io.autodidact.task;

import io.autodidact.task.TaskFamily.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Which family and which seed the n-th attempt at a task of a split has. The splits share no seed,
 * and about a fifth of the families is left to the exam, so that it asks about unseen entities and
 * unseen kinds of work. Equal seeds make equal syllabuses.
 */
public final class Syllabus {
  /** Episode seeds of one split; far more than are ever used. */
  private static final long SEEDS = 1_000_000_000L;

  /**
   * Half of the tasks are simple, a quarter have two parts, a quarter hang together: one in twelve
   * uses what it creates, two in twelve speak of several things or of a condition.
   */
  private static final List<Form> FORMS =
      List.of(
          Form.SIMPLE,
          Form.PAIR,
          Form.SIMPLE,
          Form.FOR_EACH,
          Form.SIMPLE,
          Form.PAIR,
          Form.SIMPLE,
          Form.CHAIN,
          Form.SIMPLE,
          Form.PAIR,
          Form.SIMPLE,
          Form.CONDITIONAL);

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
    var form = FORMS.get((int) (number % FORMS.size()));
    var families = ofForm(split == Split.EXAM ? all : seen, form);
    var place = number / FORMS.size() * Collections.frequency(FORMS, form) + timesBefore(number);
    var round = place / families.size();
    var random =
        new SplittableRandom(seed ^ (place(split) * 7919L + form.ordinal() * 104729L + round));
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

  /**
   * Families of that form. Where there are none: instead of those with a frame others that hang
   * together, instead of the rest any without a frame, or all.
   */
  private static List<TaskFamily> ofForm(List<TaskFamily> families, Form form) {
    boolean framed = form == Form.FOR_EACH || form == Form.CONDITIONAL;
    var fitting = families.stream().filter(family -> family.form() == form).toList();
    var instead =
        families.stream()
            .filter(one -> framed ? one.difficulty() == 3 : one.frame() instanceof Frame.Plain)
            .toList();
    return Stream.of(fitting, instead).filter(some -> !some.isEmpty()).findFirst().orElse(families);
  }

  /** How often the form of this attempt came up in its round before. */
  private static long timesBefore(long number) {
    var at = (int) (number % FORMS.size());
    return Collections.frequency(FORMS.subList(0, at), FORMS.get(at));
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
