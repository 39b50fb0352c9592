package io.autodidact.context;

/**
 * How prompts are made; part of a release.
 *
 * @param toolsShown so many operations stand in the prompt; the rest is found by searching
 */
public record ContextPolicy(Calls calls, Memory memory, int toolsShown) {
  /** For small models: compact calls, append-only memory, eight tools. */
  public static final ContextPolicy SMALL = new ContextPolicy(Calls.COMPACT, Memory.CAUSAL, 8);

  public ContextPolicy {
    if (toolsShown < 1) {
      throw new IllegalArgumentException("Show at least one tool");
    }
  }

  /** How the agent writes its calls. */
  public enum Calls {
    COMPACT,
    HERMES;

    CallFormat format() {
      return switch (this) {
        case COMPACT -> new CompactCalls();
        case HERMES -> new HermesCalls();
      };
    }
  }

  /** What of the conversation stays in the prompt. */
  public enum Memory {
    /** Everything, as it was; prompts only grow. */
    CAUSAL,
    /** Everything but the thoughts of earlier turns. */
    REASONING,
    /** The last turns as they were, earlier ones as a line each. */
    WINDOW,
    /** What the agent itself keeps, compresses or drops, turn by turn. */
    SELF_MANAGED;

    /** What the system turn says of it; empty where there is nothing that the agent must know. */
    String instructions() {
      return this == SELF_MANAGED ? SelfManagedTimeline.INSTRUCTIONS : "";
    }

    Timeline begin(Opening opening, ChatFormat chat) {
      return switch (this) {
        case CAUSAL -> new CausalTimeline(opening, chat);
        case REASONING -> new RewrittenTimeline(opening, chat, RewrittenTimeline.NO_LIMIT);
        case WINDOW -> new RewrittenTimeline(opening, chat, RewrittenTimeline.WINDOW);
        case SELF_MANAGED -> new SelfManagedTimeline(opening, chat);
      };
    }
  }
}
