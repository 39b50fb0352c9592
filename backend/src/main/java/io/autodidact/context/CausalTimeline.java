package io.autodidact.context;

import io.autodidact.context.ChatFormat.Role;
import io.autodidact.context.TokenAccount.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Append-only and token-exact: the next prompt is the last one, the completion as sampled and the
 * observation's tokens. Nothing sampled is ever turned into text and back.
 */
final class CausalTimeline implements Timeline {
  private final ChatFormat chat;
  private final List<int[]> parts = new ArrayList<>();
  private TokenAccount account;

  CausalTimeline(Opening opening, ChatFormat chat) {
    this.chat = chat;
    this.account = opening.account();
    parts.add(opening.tokens());
    add(Source.AGENT, chat.beforeAgent());
  }

  @Override
  public Snapshot prompt() {
    return new Snapshot(Tokens.join(parts), account);
  }

  @Override
  public void heard(int[] completion, String call) {
    add(Source.AGENT, Tokens.join(completion, chat.afterAgent(completion)));
  }

  @Override
  public void told(String observation) {
    add(Source.OBSERVATION, chat.turn(Role.TOOL, observation));
    add(Source.AGENT, chat.beforeAgent());
  }

  private void add(Source source, int[] tokens) {
    parts.add(tokens);
    account = account.plus(source, tokens.length);
  }
}
