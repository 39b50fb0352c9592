package io.autodidact.serving;

import io.autodidact.rollout.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * What the agent did and said.
 *
 * @param text the answer for people
 * @param reason {@code stop}, or {@code length} where a limit ended the work
 * @param usage tokens of all calls of the model together
 */
public record Served(String text, String reason, Usage usage, Account autodidact) {
  /** Tokens, named as OpenAI names them. */
  public record Usage(int prompt_tokens, int completion_tokens, int total_tokens) {
    static Usage of(Transcript transcript) {
      int prompt = transcript.steps().stream().mapToInt(step -> step.promptTokens().length).sum();
      int completion =
          transcript.steps().stream().mapToInt(step -> step.completionTokens().length).sum();
      return new Usage(prompt, completion, prompt + completion);
    }
  }

  /**
   * Which release answered, and what it did to get there.
   *
   * @param release for example {@code clerk@v3}
   * @param digest of the release's manifest
   * @param approval the call that waits for a person, if one does
   */
  public record Account(
      String release, String digest, List<StepTaken> steps, Optional<PendingApproval> approval) {
    public Account {
      steps = List.copyOf(steps);
    }
  }

  /** A turn of the agent in words: what it did, and what it was shown. */
  public record StepTaken(int index, String action, String observation) {}

  /**
   * A call that only a person may let happen.
   *
   * @param token redeemed once by {@code POST /api/v1/approvals/{token}}
   */
  public record PendingApproval(String token, String operation, String arguments, String expires) {}
}
