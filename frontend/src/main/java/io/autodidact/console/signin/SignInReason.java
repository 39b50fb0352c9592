package io.autodidact.console.signin;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody sees the sign-in instead of what they asked for, and what they can do. */
enum SignInReason {
  AWAY("away"),
  FAILED("failed"),
  NO_TENANT(OpenIdClient.NO_TENANT),
  ENDED("ended");

  private final String word;

  SignInReason(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The name of the sentence. */
  String text() {
    return "sign-in." + word;
  }

  static Optional<SignInReason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
  }
}
