package io.autodidact.serving;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** How served answers leave the house. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {
  @Bean
  ChatApi.Output chatOutput(JsonMapper json, Clock clock) {
    return new ChatApi.Output(json, clock);
  }
}
