package io.autodidact.context;

import io.autodidact.context.ChatFormat.Role;
import io.autodidact.context.TokenAccount.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives the model the last turns as they were; of earlier turns the thoughts are dropped, and turns
 * before the window are put into a line each. Prompts are made anew for each call, so every step is
 * trained on by itself.
 */
final class RewrittenTimeline implements Timeline {
  static final int NO_LIMIT = Integer.MAX_VALUE;
  static final int WINDOW = 4;

  private final Opening opening;
  private final ChatFormat chat;
  private final int window;
  private final List<Turn> turns = new ArrayList<>();

  RewrittenTimeline(Opening opening, ChatFormat chat, int window) {
    this.opening = opening;
    this.chat = chat;
    this.window = window;
  }

  private record Turn(int[] completion, String call, String observation) {}

  @Override
  public Snapshot prompt() {
    var parts = new ArrayList<int[]>();
    parts.add(opening.tokens());
    var account = opening.account();
    int first = Math.max(0, turns.size() - window);
    if (first > 0) {
      var memory = chat.turn(Role.SYSTEM, "Earlier:\n" + lines(turns.subList(0, first)));
      parts.add(memory);
      account = account.plus(Source.MEMORY, memory.length);
    }
    for (int i = first; i < turns.size(); i++) {
      var agent = agentTurn(turns.get(i), i == turns.size() - 1);
      var observation = chat.turn(Role.TOOL, turns.get(i).observation());
      parts.add(agent);
      parts.add(observation);
      account =
          account.plus(Source.AGENT, agent.length).plus(Source.OBSERVATION, observation.length);
    }
    parts.add(chat.beforeAgent());
    return new Snapshot(Tokens.join(parts), account.plus(Source.AGENT, chat.beforeAgent().length));
  }

  private int[] agentTurn(Turn turn, boolean last) {
    return last
        ? Tokens.join(chat.beforeAgent(), turn.completion(), chat.afterAgent(turn.completion()))
        : chat.turn(Role.ASSISTANT, turn.call());
  }

  private static String lines(List<Turn> old) {
    return old.stream()
        .map(turn -> Clip.line(turn.call(), turn.observation()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void heard(int[] completion, String call) {
    turns.add(new Turn(completion.clone(), call, ""));
  }

  @Override
  public void told(String observation) {
    var turn = turns.removeLast();
    turns.add(new Turn(turn.completion(), turn.call(), observation));
  }
}
