package io.autodidact.connector;

import java.net.InetAddress;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * What a connector is given to work with.
 *
 * @param secrets reveals a secret by its name
 * @param allowedAddresses says whether a resolved address may be called
 * @param clock tells the time, for tokens that expire
 */
public record Surroundings(Secrets secrets, Predicate<InetAddress> allowedAddresses, Clock clock) {
  /** Reveals secrets; what it returns is never stored or logged. */
  public interface Secrets {
    /**
     * The secret itself.
     *
     * @throws ConnectorException if there is no secret of that name
     */
    String reveal(String name);
  }
}
