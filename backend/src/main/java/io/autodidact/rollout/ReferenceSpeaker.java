package io.autodidact.rollout;

import io.autodidact.connector.Outcome;
import io.autodidact.context.ContextTool;
import io.autodidact.context.Conversation;
import io.autodidact.context.Handles;
import io.autodidact.engine.SampledSequence;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Shows how a task is done: takes the turns of its reference plan, with values from what was really
 * answered, and reads on where a result was cut short before a value that the plan needs.
 */
final class ReferenceSpeaker implements Speaker {
  private static final int READS_ON = 4;

  private final Plan plan;
  private final String request;

  ReferenceSpeaker(Plan plan, String request) {
    this.plan = plan;
    this.request = request;
  }

  /**
   * @throws NotShowable if the plan needs a value that an agent could not know
   */
  @Override
  public SampledSequence speak(Conversation conversation, List<Step> steps) {
    var completion = words(conversation, steps);
    return new SampledSequence(completion, new float[completion.length], true);
  }

  /** The plan can not be shown as turns of an agent. */
  static final class NotShowable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NotShowable(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private int[] words(Conversation conversation, List<Step> steps) {
    var results = results(steps);
    boolean more = results.size() < plan.steps().size();
    for (var source : neededFromLast(results.size())) {
      if (!isSeen(source, results, conversation, steps)) {
        return readOn(conversation, steps, source);
      }
    }
    for (var source : decidingFromLast(results.size())) {
      if (!isShown(source, results, steps)) {
        return readOn(conversation, steps, source);
      }
    }
    return more
        ? operate(plan.steps().get(results.size()), results, conversation)
        : conversation.wordsForFinish(answer(results));
  }

  /** What the rest of the plan takes from the last result: it must be read now or never. */
  private List<ValueSource.FromStep> neededFromLast(int done) {
    return fromLast(
        done,
        Stream.concat(
            plan.steps().stream().skip(done).flatMap(step -> step.arguments().values().stream()),
            plan.answer().stream()));
  }

  /** What must have been read there, because what is done depends on it. */
  private List<ValueSource.FromStep> decidingFromLast(int done) {
    return fromLast(done, plan.deciding().stream());
  }

  private static List<ValueSource.FromStep> fromLast(int done, Stream<ValueSource> sources) {
    return sources
        .filter(ValueSource.FromStep.class::isInstance)
        .map(ValueSource.FromStep.class::cast)
        .filter(source -> source.step() == done - 1)
        .toList();
  }

  private static int[] operate(PlanStep step, List<JsonNode> results, Conversation conversation) {
    var call = step.call(results);
    return conversation.wordsFor(
        call.orElseThrow(() -> new NotShowable(step.operation() + " lacks a value")));
  }

  private Optional<JsonNode> answer(List<JsonNode> results) {
    var values = new ArrayList<JsonNode>();
    for (var source : plan.answer()) {
      values.add(
          source.resolve(results).orElseThrow(() -> new NotShowable("The answer lacks a value")));
    }
    if (values.size() < 2) {
      return values.stream().findFirst();
    }
    return Optional.of(JsonNodeFactory.instance.arrayNode().addAll(values));
  }

  private static int[] readOn(Conversation conversation, List<Step> steps, ValueSource source) {
    long pages =
        steps.reversed().stream()
            .takeWhile(step -> step.action() instanceof Action.Consult)
            .count();
    if (pages >= READS_ON) {
      throw new NotShowable("The agent can not see a value that the plan needs: " + source);
    }
    return conversation.wordsFor(ContextTool.MORE, "");
  }

  /** Whether the agent has seen the value, or could say it by itself. */
  private boolean isSeen(
      ValueSource.FromStep from,
      List<JsonNode> results,
      Conversation conversation,
      List<Step> steps) {
    var value = from.resolve(results);
    if (value.isEmpty() || conversation.knows(value.get())) {
      return true;
    }
    if (from.path().getLast() instanceof ValueSource.Segment.Field(String name)
        && Handles.isOpaque(name, value.get())) {
      return false;
    }
    var text = value.get().isValueNode() ? value.get().asString() : "";
    return request.contains(text)
        || steps.stream().anyMatch(step -> step.observation().shown().contains(text));
  }

  /** Whether the value stands in what the agent was shown. */
  private static boolean isShown(
      ValueSource.FromStep from, List<JsonNode> results, List<Step> steps) {
    var text = from.resolve(results).map(JsonNode::asString).orElse("");
    var words = Pattern.compile("(?<![\\p{L}\\d.])" + Pattern.quote(text) + "(?![\\p{L}\\d])");
    return steps.stream().anyMatch(step -> words.matcher(step.observation().shown()).find());
  }

  private static List<JsonNode> results(List<Step> steps) {
    var bodies = new ArrayList<JsonNode>();
    for (var step : steps) {
      step.observation()
          .outcome()
          .ifPresent(
              outcome -> {
                if (outcome instanceof Outcome.Succeeded(int code, JsonNode body)) {
                  bodies.add(body);
                }
              });
    }
    return List.copyOf(bodies);
  }
}
