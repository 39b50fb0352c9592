package io.autodidact.context;

import java.util.List;
import java.util.Locale;

/**
 * Turns of a conversation as tokens, in the ChatML family's form: {@code
 * <|im_start|>role\ntext<|im_end|>\n}. Equal, token for token, to the model's own chat template.
 */
public final class ChatFormat {
  private final TextTokenizer tokenizer;
  private final int start;
  private final int end;
  private final int[] newline;
  private final int[] assistant;

  public ChatFormat(TextTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    this.start = tokenizer.special("<|im_start|>");
    this.end = tokenizer.special("<|im_end|>");
    this.newline = tokenizer.encode("\n");
    this.assistant = Tokens.join(new int[] {start}, tokenizer.encode("assistant\n"));
  }

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
  }

  /** A whole turn. */
  public int[] turn(Role role, String text) {
    var name = role.name().toLowerCase(Locale.ROOT);
    return Tokens.join(
        new int[] {start}, tokenizer.encode(name + "\n" + text), new int[] {end}, newline);
  }

  /** What stands before the agent's words. */
  public int[] beforeAgent() {
    return assistant.clone();
  }

  /** The agent's words as it would sample them: the text and the end of its turn. */
  public int[] agentSays(String text) {
    return Tokens.join(tokenizer.encode(text), new int[] {end});
  }

  /**
   * What stands between a completion and the next turn.
   *
   * @param completion as sampled; it lacks the end of the turn where it met a length limit
   */
  public int[] afterAgent(int[] completion) {
    boolean ended = completion.length > 0 && completion[completion.length - 1] == end;
    return ended ? newline.clone() : Tokens.join(new int[] {end}, newline);
  }

  /** The agent's words in a completion. */
  public String text(int[] completion) {
    return tokenizer.decode(completion);
  }

  /** The tokens that end the agent's turn. */
  public List<Integer> stopTokens() {
    return List.of(end);
  }
}
