package io.autodidact.exploration;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What exploring learned about the software; outlives the episodes. */
final class Knowledge {
  private final Map<String, Signature> signatures = new LinkedHashMap<>();
  private final Map<String, History> histories = new HashMap<>();
  private final Map<String, Lessons> lessons = new HashMap<>();
  private final Map<String, Slot> slots = new HashMap<>();
  private final Map<String, List<String>> readersBelow = new HashMap<>();
  private final Set<String> updates = new HashSet<>();
  private final FlowCandidates candidates;
  private final Evidence evidence = new Evidence();
  private final ConfirmedFlows flows = new ConfirmedFlows();
  private final Findings findings = new Findings();
  private final List<Transition> transitions = new ArrayList<>();

  Knowledge(Catalogue catalogue) {
    catalogue.operations().forEach(o -> signatures.put(o.name(), Signature.of(o)));
    candidates = new FlowCandidates(signatures.values());
    for (var signature : signatures.values()) {
      candidates
          .slots(signature.name())
          .forEach(s -> slots.put(key(s.operation(), s.pointer()), s));
      if (signature.takesThings()) {
        readersBelow.put(signature.name(), findReadersBelow(signature));
      }
      if (looksLikeUpdate(signature)) {
        updates.add(signature.name());
      }
    }
  }

  /** A thing can be read where it is written, and it is one thing, not a list. */
  private boolean looksLikeUpdate(Signature signature) {
    var path = signature.operation().path();
    return signatures.values().stream()
        .filter(other -> other.operation().effect() == Effect.READ)
        .filter(other -> other.operation().path().equals(path))
        .anyMatch(
            other ->
                other.operation().result().map(r -> !new JsonSchema(r).isArray()).orElse(true));
  }

  /** Learns from a call and its outcome. */
  void learn(Transition transition) {
    learn(transition, Optional.empty());
  }

  /**
   * @param plan how the body was made, where that is known
   */
  void learn(Transition transition, Optional<BodyPlan> plan) {
    transitions.add(transition);
    var signature = signature(transition.call().operation());
    var history = history(signature.name());
    findings.learn(transition, signature, history);
    switch (transition.outcome()) {
      case Outcome.Succeeded succeeded -> {
        history.succeeded();
        plan.ifPresent(lessons(signature)::served);
        eachResult(transition, (pointer, source) -> served(transition, pointer, source));
        Harvest.of(transition).stream()
            .filter(held -> held.value().isValueNode())
            .forEach(held -> candidates.add(held.source()));
      }
      case Outcome.Refused refused -> {
        var refusal = Refusal.of(refused, signature, transition.call().arguments());
        learnRefusal(transition, signature, refusal, refused);
        if (refusal.kind() == Refusal.Kind.INVALID) {
          plan.ifPresent(lessons(signature)::failed);
        }
      }
      case Outcome.Broken broken -> {
        history.failed(broken, 1.5);
        plan.ifPresent(lessons(signature)::failed);
      }
      case Outcome.Unreachable unreachable -> history.failed(unreachable, 0.5);
    }
  }

  private void served(Transition transition, String pointer, Source source) {
    evidence.served(transition.call().operation(), pointer, source);
    flows.confirm(source, transition.call().operation(), pointer, transition.seq());
  }

  private void learnRefusal(
      Transition transition, Signature signature, Refusal refusal, Outcome.Refused refused) {
    var history = history(signature.name());
    var weight =
        switch (refusal.kind()) {
          case NOT_FOUND, INVALID -> 1.0;
          case CONFLICT -> 0.8;
          case FORBIDDEN -> 2.0;
          case UNSUPPORTED -> 3.0;
        };
    history.failed(refused, weight);
    var required = signature.body().map(b -> b.schema().required()).orElse(Set.of());
    if (lessons(signature).learn(refusal, required)) {
      history.encourage();
      findings.wrongRequirement(transition, refusal);
    }
    var innermost = signature.path().isEmpty() ? "" : signature.path().getLast().pointer();
    eachResult(
        transition,
        (pointer, source) -> {
          var blame =
              switch (refusal.kind()) {
                case NOT_FOUND -> pointer.equals(innermost) ? 0.8 : 0.25;
                case INVALID -> refusal.wrong().contains(Pointers.name(pointer)) ? 1.0 : 0.2;
                case CONFLICT -> 0.1;
                case FORBIDDEN, UNSUPPORTED -> 0.0;
              };
          evidence.failed(signature.name(), pointer, source, blame);
        });
  }

  private interface ResultUse {
    void use(String pointer, Source source);
  }

  private void eachResult(Transition transition, ResultUse use) {
    transition
        .provenance()
        .forEach(
            (pointer, provenance) -> {
              if (provenance instanceof Provenance.Result(var seq, var path)) {
                var producer = transitions.get(seq).call().operation();
                use.use(Pointers.pattern(pointer), new Source(producer, Pointers.pattern(path)));
              }
            });
  }

  private static String key(String operation, String pointer) {
    return operation + " " + pointer;
  }

  Signature signature(String operation) {
    return Objects.requireNonNull(signatures.get(operation), operation);
  }

  Iterable<Signature> signatures() {
    return signatures.values();
  }

  History history(String operation) {
    return histories.computeIfAbsent(operation, _ -> new History());
  }

  /** Shared by operations that take bodies of the same shape on the same kind of path. */
  Lessons lessons(Signature signature) {
    var shape =
        signature
            .body()
            .map(
                body ->
                    body.schema().isObject() && !body.schema().isMap()
                        ? body.schema().properties().keySet() + (isUpdate(signature) ? "u" : "c")
                        : signature.name())
            .orElse(signature.name());
    return lessons.computeIfAbsent(shape, _ -> new Lessons());
  }

  /** Whether the operation changes a thing that can be read at the same place. */
  boolean isUpdate(Signature signature) {
    return updates.contains(signature.name());
  }

  /** Operations that read, at the same place or below, things of the shape that a list asks for. */
  List<String> readersBelow(Signature signature) {
    return readersBelow.getOrDefault(signature.name(), List.of());
  }

  private List<String> findReadersBelow(Signature signature) {
    var path = signature.operation().path();
    return signatures.values().stream()
        .filter(other -> other.operation().effect() == Effect.READ)
        .filter(other -> Signature.sharedPrefix(other.operation().path(), path) == path.size())
        .filter(other -> other.path().size() == signature.path().size())
        .map(Signature::name)
        .toList();
  }

  /** The slot at a pointer of an operation's arguments, if a seen value could serve there. */
  Optional<Slot> slot(Signature signature, String pointer) {
    return Optional.ofNullable(slots.get(key(signature.name(), pointer)));
  }

  FlowCandidates candidates() {
    return candidates;
  }

  Evidence evidence() {
    return evidence;
  }

  List<Transition> transitions() {
    return transitions;
  }

  List<Flow> flows() {
    return flows.with(candidates);
  }

  List<Finding> findings() {
    return findings.all();
  }
}
