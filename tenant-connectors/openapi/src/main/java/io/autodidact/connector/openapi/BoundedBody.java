package io.autodidact.connector.openapi;

import java.io.IOException;
import org.apache.hc.core5.http.HttpEntity;

/** Reads an answer into memory, up to a limit, and hangs up beyond it. */
final class BoundedBody {
  /** The answer is longer than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private BoundedBody() {}

  /**
   * @param hangUp ends the connection, so that the rest is never sent
   */
  static byte[] read(HttpEntity entity, long limit, Runnable hangUp) throws IOException {
    var bytes =
        entity.getContentLength() > limit
            ? new byte[0]
            : entity.getContent().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
    if (bytes.length > limit || entity.getContentLength() > limit) {
      hangUp.run();
      throw new TooLarge();
    }
    return bytes;
  }
}
