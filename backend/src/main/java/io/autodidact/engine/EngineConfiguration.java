package io.autodidact.engine;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which engine this process uses: one elsewhere ({@code autodidact.engine.url}), or the embedded
 * one, started and kept running here ({@code autodidact.engine.program}).
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  @Bean(initMethod = "start")
  @ConditionalOnProperty("autodidact.engine.program")
  EngineSupervisor engineSupervisor(
      @Value("${autodidact.engine.program}") Path program,
      @Value("${autodidact.engine.base-model}") String baseModel,
      @Value("${autodidact.data-directory}") Path directory,
      Clock clock) {
    var command =
        List.of(
            program.toString(),
            "--port",
            "{port}",
            "--base-model",
            baseModel,
            "--data",
            directory.resolve("engine").toString(),
            "--exit-with-parent");
    var log = directory.resolve("logs").resolve("engine.log");
    return new EngineSupervisor(EngineProgram.onFreePort(command, Map.of(), log), clock);
  }

  @Bean
  @ConditionalOnProperty("autodidact.engine.program")
  TinkerEngine embeddedEngine(
      EngineSupervisor supervisor,
      @Value("${autodidact.engine.base-model}") String baseModel,
      Clock clock) {
    return new TinkerEngine(
        EngineAddress.of(supervisor.root(), Optional.empty(), nameOf(baseModel)), clock);
  }

  /** The embedded engine calls a model by its directory's name. */
  private static String nameOf(String baseModel) {
    var directory = Path.of(baseModel).getFileName();
    return directory == null ? baseModel : directory.toString();
  }

  @Bean
  @ConditionalOnProperty("autodidact.engine.url")
  TinkerEngine remoteEngine(
      @Value("${autodidact.engine.url}") URI url,
      @Value("${autodidact.engine.api-key:}") String key,
      @Value("${autodidact.engine.base-model}") String baseModel,
      Clock clock) {
    var sent = key.isBlank() ? Optional.<String>empty() : Optional.of(key);
    return new TinkerEngine(EngineAddress.of(url, sent, baseModel), clock);
  }
}
