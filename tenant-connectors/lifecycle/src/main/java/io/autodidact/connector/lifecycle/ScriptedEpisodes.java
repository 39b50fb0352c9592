package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import java.util.Locale;
import java.util.Map;

/** Episodes whose state is made by calling the software itself, as a {@link Lifecycle} says. */
public final class ScriptedEpisodes implements Episodes {
  private static final System.Logger LOG = System.getLogger(ScriptedEpisodes.class.getName());

  private final Connector connector;
  private final Lifecycle lifecycle;
  private final TearDownListener listener;
  private final Script script;
  private final Confinement confinement;

  /** Episodes that log what could not be torn down. */
  public ScriptedEpisodes(Connector connector, Lifecycle lifecycle) {
    this(
        connector,
        lifecycle,
        (step, problem) -> LOG.log(System.Logger.Level.WARNING, "{0}: {1}", step, problem));
  }

  /**
   * Checks the lifecycle against the connector's operations.
   *
   * @param connector stays the caller's, who closes it
   * @throws io.autodidact.connector.ConnectorException if a step could not run
   */
  public ScriptedEpisodes(Connector connector, Lifecycle lifecycle, TearDownListener listener) {
    this.connector = connector;
    this.lifecycle = lifecycle;
    this.listener = listener;
    this.script = Script.of(lifecycle, connector.operations());
    this.confinement = new Confinement(lifecycle, connector.operations());
  }

  @Override
  public Catalogue operations() {
    return confinement.inside();
  }

  @Override
  public Episode open(long seed) throws InterruptedException {
    var scene = new Scene(seed, Locale.forLanguageTag(lifecycle.locale()));
    var session = connector.open();
    var performance = new Performance(session, scene);
    var tearDown = TearDown.of(script.tearDown(), performance, listener);
    try {
      performance.setUp(script.setUp());
    } catch (RuntimeException | InterruptedException e) {
      tearDown.run();
      session.close();
      throw e;
    }
    return new ScriptedEpisode(session, confinement, scene.variables(), tearDown);
  }

  @Override
  public Episode live() {
    for (var variable : lifecycle.bound().values()) {
      if (!lifecycle.live().containsKey(variable)) {
        throw Scene.wrong(
            "Say under live which " + variable + " is used where the software serves people.");
      }
    }
    return new ScriptedEpisode(
        connector.open(), confinement, Map.copyOf(lifecycle.live()), TearDown.NOTHING);
  }
}
