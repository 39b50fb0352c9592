package io.autodidact.context;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One attempt as the model lives it: what it is given, what its words mean, what it is told. The
 * same code renders live attempts and reference plans. Not thread-safe.
 */
public final class Conversation {
  private static final int FOUND = 5;

  private final AgentContext agent;
  private final Timeline timeline;
  private final Handles handles = new Handles();
  private final ResultProjection projection;
  private final Spellings spellings;

  Conversation(AgentContext agent, Opening opening) {
    this.agent = agent;
    this.timeline = agent.policy().memory().begin(opening, agent.chat());
    this.projection = new ResultProjection(new RequestWords(opening.request()), handles);
    this.spellings = new Spellings(opening.request());
  }

  /** The prompt of the next call of the model. */
  public Snapshot prompt() {
    return timeline.prompt();
  }

  /**
   * Takes in what the model sampled and says what it means; arguments fit their schema, and names
   * are spelt as the request and the software spell them.
   */
  public Said hear(int[] completion) {
    var text = agent.chat().text(completion);
    var said = checked(agent.calls().read(text, agent.tools(), handles));
    var call = said.thought().isEmpty() ? text : text.strip().substring(said.thought().length());
    timeline.heard(completion, call.strip());
    return said;
  }

  private Said checked(Said said) {
    return switch (said) {
      case Said.Operate(String thought, Call call) -> checked(thought, call);
      case Said.Finish(String thought, JsonNode answer) ->
          new Said.Finish(thought, spellings.corrected(answer));
      case Said.Consult consult
          when consult.tool().rearranges() && !(timeline instanceof SelfManagedTimeline) ->
          new Said.Malformed(
              consult.thought(),
              consult.tool().word(),
              "no operation " + consult.tool().word() + ": everything stays in sight");
      case Said.Consult _, Said.Malformed _ -> said;
    };
  }

  private Said checked(String thought, Call written) {
    var tool = agent.tools().find(written.operation()).orElseThrow();
    var call = spellings.corrected(tool, written);
    return agent
        .tools()
        .problem(tool, call)
        .<Said>map(
            problem ->
                new Said.Malformed(
                    thought,
                    agent.calls().write(tool, call, handles),
                    problem + ": " + agent.calls().describe(tool)))
        .orElseGet(() -> new Said.Operate(thought, call));
  }

  /** What the call does to the software's state. */
  public Effect effect(Call call) {
    return agent.tools().find(call.operation()).orElseThrow().operation().effect();
  }

  /** Tells the model what the software answered; returns the text it is shown. */
  public String tell(Call call, Outcome outcome) {
    var operation = agent.tools().find(call.operation()).orElseThrow().operation();
    if (outcome instanceof Outcome.Succeeded(int code, JsonNode body)) {
      spellings.saw(body);
    }
    return told(projection.show(operation, outcome));
  }

  /** Answers a question to the context itself; returns the text the model is shown. */
  public String tell(Said.Consult question) {
    return told(
        switch (question.tool()) {
          case MORE -> projection.more();
          case SEARCH_OPERATIONS -> found(question.query());
          case KEEP_TURNS, COMPRESS_TURNS, DROP_TURNS -> rearranged(question);
        });
  }

  private String rearranged(Said.Consult question) {
    if (timeline instanceof SelfManagedTimeline managed) {
      return managed.rearrange(question.tool(), question.query());
    }
    throw new IllegalArgumentException("This memory is not the agent's to manage");
  }

  /** Tells the model why its words were no call; returns the text it is shown. */
  public String tell(Said.Malformed words) {
    return told("error: " + words.problem());
  }

  private String told(String text) {
    timeline.told(text);
    return text;
  }

  /** A tool of that name with all its parameters, or the tools that fit the words best. */
  private String found(String query) {
    return agent
        .tools()
        .find(query)
        .map(agent.calls()::describe)
        .orElseGet(
            () ->
                agent.retrieval().find(query, FOUND).stream()
                    .map(agent.calls()::describe)
                    .collect(Collectors.joining("\n")));
  }

  /** The completion by which the model would make that call now. */
  public int[] wordsFor(Call call) {
    var tool =
        agent
            .tools()
            .find(call.operation())
            .orElseThrow(
                () -> new IllegalArgumentException("No operation is called " + call.operation()));
    return agent.chat().agentSays(agent.calls().write(tool, call, handles));
  }

  /** The completion by which the model would end its work. */
  public int[] wordsForFinish(Optional<JsonNode> answer) {
    return agent.chat().agentSays(agent.calls().writeFinish(answer, handles));
  }

  /** The completion by which the model would ask the context. */
  public int[] wordsFor(ContextTool tool, String query) {
    return agent.chat().agentSays(agent.calls().write(tool, query));
  }

  /** Whether the model has a short name for that id, so that it can use it. */
  public boolean knows(JsonNode id) {
    return handles.known(id).isPresent();
  }
}
