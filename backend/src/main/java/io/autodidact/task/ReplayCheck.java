package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Judges one attempt in one episode by what it changed. The attempt must act through {@link
 * #episode()}: what a write is about to touch is looked at first, so that no change goes unseen.
 */
public final class ReplayCheck {
  private final Episode episode;
  private final Checks checks;
  private final List<Probe> before;
  private final List<Probe> touched = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();
  private final NaturalKeys keysBefore;
  private Optional<List<Checks.Difference>> changesNow = Optional.empty();

  private ReplayCheck(Episode episode, Checks checks, List<Probe> before) {
    this.episode = episode;
    this.checks = checks;
    this.before = before;
    this.keysBefore = NaturalKeys.of(checks.lists(), before);
    before.forEach(probe -> labels.add(Canonical.label(probe, List.of(keysBefore))));
  }

  /**
   * Probes the state before the attempt.
   *
   * @throws io.autodidact.connector.ConnectorException if the software does not answer the probes
   */
  public static ReplayCheck begin(Episode episode, Checks checks) throws InterruptedException {
    return new ReplayCheck(episode, checks, Probe.readAll(checks.probes(), checks.lists(), episode));
  }

  /** The episode as the attempt must use it. Closing it closes the episode. */
  public Episode episode() {
    return new Watched();
  }

  /**
   * Probes the state now and says what has come of the request so far. May be asked again and
   * again; probes again only after another call.
   *
   * @param answer what the attempt answered; a null or missing node if it did not
   */
  public Judgement judge(JsonNode answer) throws InterruptedException {
    if (changesNow.isEmpty()) {
      changesNow = Optional.of(evidence().changes(checks));
    }
    var changes = changesNow.get();
    var held = held(changes);
    var unexpected = unexpected(changes);
    var answerRight = Answers.right(checks.answer(), answer);
    var fulfilled = held.size() == checks.expected().size() && unexpected.isEmpty() && answerRight;
    return new Judgement(fulfilled ? 1 : 0, held, unexpected, answerRight);
  }

  /** The state at the beginning and the state now. */
  Evidence evidence() throws InterruptedException {
    var now = new ArrayList<>(Probe.readAll(checks.probes(), checks.lists(), episode));
    for (Probe probe : touched) {
      now.add(Probe.read(probe.call(), checks.lists(), episode));
    }
    return new Evidence(Stream.concat(before.stream(), touched.stream()).toList(), now);
  }

  private List<Integer> held(List<Checks.Difference> changes) {
    return IntStream.range(0, checks.expected().size())
        .filter(
            index ->
                changes.stream().anyMatch(change -> brings(change, checks.expected().get(index))))
        .boxed()
        .toList();
  }

  private List<String> unexpected(List<Checks.Difference> changes) {
    var expected = new HashSet<String>();
    checks.expected().forEach(difference -> expected.add(difference.place()));
    return changes.stream()
        .map(Checks.Difference::place)
        .filter(place -> !expected.contains(place))
        .toList();
  }

  private static boolean brings(Checks.Difference change, Checks.Difference wanted) {
    return change.place().equals(wanted.place()) && Values.same(change.after(), wanted.after());
  }

  /** Looks at what a write will touch, unless the probes show it already. */
  private void lookAtWhatIsTouchedBy(Call write) throws InterruptedException {
    for (Checks.Watch watch : checks.watches()) {
      if (watch.operation().equals(write.operation())) {
        var read = readOf(watch, write);
        if (read.isPresent() && labels.add(labelOf(read.get()))) {
          touched.add(Probe.read(read.get(), checks.lists(), episode));
        }
      }
    }
  }

  /**
   * Empty where an argument is missing or names nothing that was there at the beginning, and for
   * lists that the probes show anyway.
   */
  private Optional<Call> readOf(Checks.Watch watch, Call write) {
    if (watch.arguments().isEmpty() && isProbed(watch.read())) {
      return Optional.empty();
    }
    var arguments = JsonNodeFactory.instance.objectNode();
    for (var argument : watch.arguments().entrySet()) {
      var value = write.arguments().at(argument.getValue());
      var field = argument.getValue().substring(argument.getValue().lastIndexOf('/') + 1);
      if (keysBefore.of(field, value).isEmpty()) {
        return Optional.empty();
      }
      Values.put(arguments, argument.getKey(), value);
    }
    return Optional.of(new Call(watch.read(), arguments));
  }

  private boolean isProbed(String list) {
    return checks.probes().stream().anyMatch(probe -> probe.operation().equals(list));
  }

  private String labelOf(Call read) {
    var probe = new Probe(read, JsonNodeFactory.instance.nullNode());
    return Canonical.label(probe, List.of(keysBefore));
  }

  private final class Watched implements Episode {
    @Override
    public Map<String, JsonNode> variables() {
      return episode.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      lookAtWhatIsTouchedBy(call);
      changesNow = Optional.empty();
      return episode.act(call);
    }

    @Override
    public void close() {
      episode.close();
    }
  }
}
