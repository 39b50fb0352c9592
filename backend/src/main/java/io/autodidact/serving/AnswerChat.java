package io.autodidact.serving;

import io.autodidact.connector.Call;
import io.autodidact.context.Embedder;
import io.autodidact.engine.SamplingSettings;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.FollowRequest;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Step;
import io.autodidact.rollout.Transcript;
import io.autodidact.serving.Served.PendingApproval;
import io.autodidact.serving.Served.StepTaken;
import io.autodidact.serving.Served.Usage;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Has a released agent do what somebody asks, on the live software. */
@Component
class AnswerChat {
  private final Approvals approvals;
  private final Embedder embedder;
  private final Clock clock;
  private final ChatTokens tokens;
  private final TenantTransaction tenantTransaction;

  AnswerChat(
      Approvals approvals,
      Embedder embedder,
      Clock clock,
      ChatTokens tokens,
      TenantTransaction tenantTransaction) {
    this.approvals = approvals;
    this.embedder = embedder;
    this.clock = clock;
    this.tokens = tokens;
    this.tenantTransaction = tenantTransaction;
  }

  /**
   * @throws io.autodidact.usage.QuotaExceeded if the tenant's tokens of today are used
   */
  Served answer(ServedAgent agent, String request) throws InterruptedException {
    var tenant = agent.release().tenant();
    tokens.admit(tenant);
    var software = agent.software();
    var permission =
        PlainQuestion.is(request)
            ? GuardedSession.Permission.READ_ONLY
            : GuardedSession.Permission.BY_POLICY;
    try (var session =
        new GuardedSession(
            software.episodes().live(),
            software.usable(),
            permission,
            new LiveCalls(tenantTransaction, agent.release()))) {
      var opening =
          agent.context().open(request, agent.lessons().recall(request, embedder), List.of());
      var limits = agent.limits();
      var settings =
          new SamplingSettings(
              limits.turnTokens(), agent.temperature(), 1, agent.context().stopTokens());
      var transcript =
          new FollowRequest(limits, clock)
              .follow(agent.context().begin(opening), agent.sampler(), settings, session);
      tokens.meter(tenant, Usage.of(transcript).total_tokens());
      return served(
          agent, transcript, session.waiting().map(call -> approvals.keep(agent.release(), call)));
    }
  }

  private static Served served(
      ServedAgent agent, Transcript transcript, Optional<PendingApproval> approval) {
    return new Served(
        approval.map(AnswerChat::askFor).orElseGet(() -> words(agent, transcript)),
        transcript.ending() == Ending.FINISHED || approval.isPresent() ? "stop" : "length",
        Usage.of(transcript),
        new Served.Account(
            agent.name(),
            agent.release().digest().hex(),
            transcript.steps().stream().map(AnswerChat::taken).toList(),
            approval));
  }

  private static String askFor(PendingApproval approval) {
    return "Approval needed: "
        + approval.operation()
        + " "
        + approval.arguments()
        + " can not be undone. A person can let it happen until "
        + approval.expires()
        + " by POST /api/v1/approvals/"
        + approval.token();
  }

  private static String words(ServedAgent agent, Transcript transcript) {
    return switch (transcript.ending()) {
      case FINISHED -> finished(agent, transcript);
      case STEP_LIMIT -> "I stopped after " + transcript.steps().size() + " steps without an end.";
      case TOKEN_LIMIT -> "I stopped: the work grew longer than I can keep in mind.";
      case TIME_LIMIT -> "I stopped: the work took too long.";
      case NO_CALL -> "I stopped: I could not put into calls what you asked for. Say it otherwise.";
      case SOFTWARE_DOWN -> "I stopped: the software does not answer now. Try again later.";
    };
  }

  /** Nobody is told that something is done that was only tried. */
  private static String finished(ServedAgent agent, Transcript transcript) {
    var answer = answer(transcript.answer());
    var usable = agent.software().usable();
    boolean changed = transcript.steps().stream().anyMatch(step -> ChangeMade.by(step, usable));
    if (answer.isEmpty()) {
      return changed ? "Done." : "I changed nothing: I found no call that does what you asked for.";
    }
    boolean failed = transcript.steps().stream().anyMatch(AnswerChat::failed);
    return changed || !failed
        ? answer
        : "I changed nothing, and not all I tried worked. What I found: " + answer;
  }

  private static boolean failed(Step step) {
    return step.action() instanceof Action.Malformed
        || step.observation().outcome().filter(outcome -> !outcome.succeeded()).isPresent();
  }

  private static String answer(JsonNode answer) {
    if (answer.isNull() || answer.isMissingNode()) {
      return "";
    }
    return answer.isArray()
        ? answer.valueStream().map(AnswerChat::answer).collect(Collectors.joining(", "))
        : answer.isValueNode() ? answer.asString() : answer.toString();
  }

  private static StepTaken taken(Step step) {
    return new StepTaken(step.index(), words(step.action()), step.observation().shown());
  }

  private static String words(Action action) {
    return switch (action) {
      case Action.Operate(Call call) -> call.operation() + " " + call.arguments();
      case Action.Consult(String tool, String query) -> tool + " " + query;
      case Action.Finish(JsonNode answer) -> "finish " + answer(answer);
      case Action.Malformed(String text, String problem) -> text + " (" + problem + ")";
    };
  }
}
