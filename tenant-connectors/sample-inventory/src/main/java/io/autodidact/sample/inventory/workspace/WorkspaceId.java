package io.autodidact.sample.inventory.workspace;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The name of a workspace, too long to be guessed: who knows it may use it. */
public record WorkspaceId(String value) {

  private static final int BYTES = 12;

  static WorkspaceId draw(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new WorkspaceId("ws-" + HexFormat.of().formatHex(bytes));
  }
}
