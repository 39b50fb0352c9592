package io.autodidact.attribution;

import io.autodidact.task.PlanStep;
import io.autodidact.task.Task;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where the values an attempt used came from: its request, or the result of an earlier turn. */
final class ValueTrail {
  private final Task task;
  private final Turns turns;
  private final Map<Integer, List<Leaf>> results = new TreeMap<>();
  private final Map<Integer, List<Use>> uses = new HashMap<>();

  /** A value at its place in the result of a turn. */
  record Source(int turn, Leaf leaf) {}

  /**
   * A value that a turn used.
   *
   * @param path JSON Pointer into the arguments
   * @param source empty if no earlier result held it
   * @param known whether the request or the description of the operation states it
   */
  record Use(String path, String text, Optional<Source> source, boolean known) {
    /** Whether the agent may have worked it out from what it had read. */
    boolean workedOut() {
      return !known && source.isEmpty() && text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
  }

  ValueTrail(Task task, Turns turns) {
    this.task = task;
    this.turns = turns;
    turns
        .all()
        .forEach(turn -> turns.result(turn).ifPresent(body -> results.put(turn, Leaf.of(body))));
    turns.all().forEach(turn -> uses.put(turn, usesOfCall(turn)));
    answer();
  }

  /** The values a call carried, or, for a right answer, the values that made it right. */
  List<Use> uses(int turn) {
    return uses.getOrDefault(turn, List.of());
  }

  private List<Use> usesOfCall(int turn) {
    return turns
        .call(turn)
        .map(
            call ->
                Leaf.of(call.arguments()).stream()
                    .map(leaf -> use(turn, call.operation(), leaf))
                    .toList())
        .orElse(List.of());
  }

  private Use use(int turn, String operation, Leaf argument) {
    boolean known = isKnown(turn, operation, argument);
    var source = known ? Optional.<Source>empty() : source(turn, argument.name(), argument.text());
    return new Use(argument.path(), argument.text(), source, known);
  }

  private void answer() {
    int last = turns.size() - 1;
    var wanted = task.checks().answer();
    if (last < 0 || wanted.isEmpty() || !turns.rollout().judgement().answerRight()) {
      return;
    }
    var used = new ArrayList<Use>();
    for (int i = 0; i < wanted.size(); i++) {
      var text = Leaf.text(wanted.get(i));
      var name = i < task.plan().answer().size() ? lastField(task.plan().answer().get(i)) : "";
      used.add(new Use("/" + i, text, source(last, name, text), false));
    }
    uses.put(last, List.copyOf(used));
  }

  private static String lastField(ValueSource source) {
    if (source instanceof FromStep(_, var path)) {
      for (Segment segment : path.reversed()) {
        if (segment instanceof Segment.Field(var name)) {
          return Leaf.plain(name);
        }
      }
    }
    return "";
  }

  /**
   * The result that brought the value to light: where the agent could read it, by the field that
   * fits best, the earliest; a turn that was itself given the value only echoes it.
   */
  private Optional<Source> source(int turn, String parameter, String text) {
    var held = new ArrayList<Source>();
    results.forEach(
        (earlier, leaves) ->
            leaves.stream()
                .filter(leaf -> earlier < turn && leaf.text().equals(text))
                .forEach(leaf -> held.add(new Source(earlier, leaf))));
    var candidates = preferring(source -> shows(source.turn(), text), held);
    candidates = preferring(source -> !wasGiven(source.turn(), text), candidates);
    return candidates.stream()
        .min(
            Comparator.<Source>comparingInt(source -> -source.leaf().fits(parameter))
                .thenComparingInt(Source::turn));
  }

  private static List<Source> preferring(Predicate<Source> wish, List<Source> sources) {
    var preferred = sources.stream().filter(wish).toList();
    return preferred.isEmpty() ? sources : preferred;
  }

  private boolean shows(int turn, String text) {
    return mentions(turns.step(turn).observation().shown(), text);
  }

  private boolean wasGiven(int turn, String text) {
    return turns
        .call(turn)
        .filter(call -> Leaf.of(call.arguments()).stream().anyMatch(l -> l.text().equals(text)))
        .isPresent();
  }

  /**
   * The plan knows best what of its operations is stated and what is looked up; then the request.
   */
  private boolean isKnown(int turn, String operation, Leaf argument) {
    var planned =
        task.plan().steps().stream()
            .filter(step -> step.operation().equals(operation))
            .map(PlanStep::arguments)
            .filter(arguments -> arguments.containsKey(argument.path()))
            .map(arguments -> arguments.get(argument.path()))
            .toList();
    if (planned.stream().anyMatch(source -> states(source, argument.text()))) {
      return true;
    }
    if (planned.stream().anyMatch(FromStep.class::isInstance)) {
      return false;
    }
    return mentions(task.request(), argument.text()) || isDocumented(turn, argument);
  }

  private static boolean states(ValueSource source, String text) {
    return source instanceof Constant(var value)
        && Leaf.of(value).stream().anyMatch(leaf -> leaf.text().equalsIgnoreCase(text));
  }

  private boolean isDocumented(int turn, Leaf argument) {
    return turns
        .operation(turn)
        .map(operation -> operation.arguments().at("/properties" + argument.path()))
        .filter(
            schema ->
                Leaf.of(schema.path("enum")).stream()
                        .anyMatch(leaf -> leaf.text().equals(argument.text()))
                    || Leaf.text(schema.path("default")).equals(argument.text()))
        .isPresent();
  }

  private static boolean mentions(String words, String text) {
    var whole = "(?<![\\p{L}\\p{N}])" + Pattern.quote(text.toLowerCase(Locale.ROOT));
    return Pattern.compile(whole + "(?![\\p{L}\\p{N}])")
        .matcher(words.toLowerCase(Locale.ROOT))
        .find();
  }
}
