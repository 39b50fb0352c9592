package io.autodidact.connector.openapi;

/** The software, or who issues its tokens, does not accept the credentials. */
final class CredentialsRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  CredentialsRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
