package io.autodidact.identity;

import io.autodidact.tenant.Member;
import java.util.Optional;

/**
 * Somebody who was invited.
 *
 * @param firstPassword shown this once, if an account was made: to be handed to the person, who
 *     chooses their own at the first sign-in
 */
public record Invited(Member member, Optional<String> firstPassword) {
  @Override
  public String toString() {
    return "Invited " + member;
  }
}
