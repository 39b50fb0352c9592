package io.autodidact.connector;

/** One use of the software, for one caller at a time. */
public interface Session extends AutoCloseable {
  /**
   * Makes one call and waits for the answer, at most as long as the connector's settings allow.
   * What the software says, refusals and faults included, is a value; nothing is thrown for it.
   *
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  Outcome act(Call call) throws InterruptedException;

  @Override
  void close();
}
