package io.autodidact.environment;

import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorFactory;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Surroundings;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Connects to the tenants' software; one connector an environment and version, shared by all runs.
 */
@Component
public class EnvironmentConnections {
  private record Key(EnvironmentId id, int version) {}

  private record Connection(Connector connector, Episodes episodes) {}

  private final Map<String, ConnectorFactory> factories;
  private final SecretVault secrets;
  private final OutboundAddresses addresses;
  private final Clock clock;
  private final Map<Key, Connection> connections = new ConcurrentHashMap<>();

  EnvironmentConnections(
      List<ConnectorFactory> factories,
      SecretVault secrets,
      OutboundAddresses addresses,
      Clock clock) {
    this.factories =
        factories.stream().collect(Collectors.toMap(ConnectorFactory::kind, Function.identity()));
    this.secrets = secrets;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * The episodes of an environment.
   *
   * @throws ConnectorException if its software can not be used as registered
   */
  public Episodes episodes(Environment environment) {
    var key = new Key(environment.id(), environment.version());
    return connections.computeIfAbsent(key, unknown -> connect(environment)).episodes();
  }

  private Connection connect(Environment environment) {
    var data = environment.data();
    var connector = connector(environment.tenant(), data);
    return new Connection(
        connector, new ScriptedEpisodes(connector, Lifecycle.of(data.lifecycle())));
  }

  /**
   * A connector of its own, which the caller closes.
   *
   * @throws ConnectorException if the software can not be used as described
   */
  Connector connector(TenantId tenant, EnvironmentData data) {
    var factory = factories.get(data.kind());
    if (factory == null) {
      throw new ConnectorException(
          ConnectorException.Fault.SETTINGS,
          "There is no connector of kind '"
              + data.kind()
              + "'; choose one of "
              + factories.keySet().stream().sorted().toList()
              + ".");
    }
    var revealed = new RevealedSecrets(name -> secrets.reveal(tenant, name));
    var surroundings = new Surroundings(revealed, addresses.of(tenant, data.name()), clock);
    try {
      return new DiscreetConnector(factory.connect(data.settings(), surroundings), revealed);
    } catch (ConnectorException e) {
      throw discreet(e, revealed);
    }
  }

  /** Without its cause, where the message repeats a secret: the cause says the same. */
  private static ConnectorException discreet(ConnectorException failure, RevealedSecrets revealed) {
    var message = String.valueOf(failure.getMessage());
    var clean = revealed.clean(message);
    return clean.equals(message) ? failure : new ConnectorException(failure.fault(), clean);
  }

  /** Closes every connection; the software's episodes are torn down by whoever opened them. */
  @PreDestroy
  void close() {
    connections.values().forEach(connection -> connection.connector().close());
  }
}
