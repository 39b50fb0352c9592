package io.autodidact.context;

import io.autodidact.context.ChatFormat.Role;
import io.autodidact.context.TokenAccount.Source;
import java.util.Arrays;
import java.util.List;

/**
 * Everything a policy reads, for one catalogue: makes openings of prompts and begins conversations.
 * Thread-safe; equal requests give equal openings.
 */
public final class AgentContext {
  private final ChatFormat chat;
  private final Toolbox tools;
  private final ToolRetrieval retrieval;
  private final ContextPolicy policy;
  private final CallFormat calls;
  private final SystemTurns systemTurns = new SystemTurns();

  public AgentContext(
      ChatFormat chat, Toolbox tools, ToolRetrieval retrieval, ContextPolicy policy) {
    this.chat = chat;
    this.tools = tools;
    this.retrieval = retrieval;
    this.policy = policy;
    this.calls = policy.calls().format();
  }

  /**
   * Makes the opening of a prompt.
   *
   * @param lessons a short sentence each; they stand in a turn of their own
   * @param examples worked examples as tokens, see {@link #example}
   */
  public Opening open(String request, List<String> lessons, List<int[]> examples) {
    var system = systemTurns.of(request, this::systemTurn);
    var experience =
        lessons.isEmpty() ? new int[0] : chat.turn(Role.SYSTEM, String.join("\n", lessons));
    var worked = Tokens.join(examples);
    var user = chat.turn(Role.USER, request);
    var account =
        TokenAccount.EMPTY
            .plus(Source.SYSTEM, system.head())
            .plus(Source.TOOLS, system.tokens().length - system.head())
            .plus(Source.EXPERIENCE, experience.length)
            .plus(Source.EXAMPLES, worked.length)
            .plus(Source.REQUEST, user.length);
    return new Opening(request, Tokens.join(system.tokens(), experience, worked, user), account);
  }

  private SystemTurns.Turn systemTurn(String request) {
    var instructions = policy.memory().instructions() + calls.instructions();
    var tools = calls.list(shown(request), new RequestWords(request).words());
    return new SystemTurns.Turn(
        chat.turn(Role.SYSTEM, instructions + tools), chat.turn(Role.SYSTEM, instructions).length);
  }

  /**
   * A finished attempt as tokens that can stand in another prompt as a worked example.
   *
   * @param attempt prompt and completion of its last turn
   */
  public int[] example(Opening opening, int[] attempt) {
    int tools = opening.account().spent(Source.SYSTEM) + opening.account().spent(Source.TOOLS);
    var turns = Arrays.copyOfRange(attempt, tools, attempt.length);
    return Tokens.join(turns, chat.afterAgent(turns));
  }

  private List<Tool> shown(String request) {
    return tools.all().size() <= policy.toolsShown()
        ? List.copyOf(tools.all())
        : retrieval.forRequest(request, policy.toolsShown());
  }

  /** Begins a conversation with that opening; one for each attempt. */
  public Conversation begin(Opening opening) {
    return new Conversation(this, opening);
  }

  /** The tokens that end the agent's turn. */
  public List<Integer> stopTokens() {
    return chat.stopTokens();
  }

  ChatFormat chat() {
    return chat;
  }

  CallFormat calls() {
    return calls;
  }

  Toolbox tools() {
    return tools;
  }

  ToolRetrieval retrieval() {
    return retrieval;
  }

  ContextPolicy policy() {
    return policy;
  }
}
