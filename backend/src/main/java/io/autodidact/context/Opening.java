package io.autodidact.context;

/**
 * How a conversation begins: instructions, tools, lessons, examples and the request. Made once for
 * all attempts of a group.
 */
public record Opening(String request, int[] tokens, TokenAccount account) {
  /** The tokens without what came from one source: the experience is taken out for training. */
  public Opening without(TokenAccount.Source source) {
    return new Opening(request, account.cut(tokens, source), account.without(source));
  }
}
