package io.autodidact.serving;

import java.util.regex.Pattern;

/** Tells requests that only want to know something; wishes put as questions are not among them. */
final class PlainQuestion {
  private static final Pattern ONE_QUESTION =
      Pattern.compile(
          "(?is)(and\\s+)?(what|which|who|whose|whom|when|where|why|how|is|are|was|were|do|does|did"
              + "|has|have|had)\\b((?![.!?;]\\s).)*\\?");

  private PlainQuestion() {}

  /** Whether the request is one sentence that asks for a fact. */
  static boolean is(String request) {
    return ONE_QUESTION.matcher(request.strip()).matches();
  }
}
