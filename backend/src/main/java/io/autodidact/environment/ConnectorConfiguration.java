package io.autodidact.environment;

import io.autodidact.connector.ConnectorFactory;
import io.autodidact.connector.openapi.OpenApiConnectorFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of connectors there are. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
  @Bean
  ConnectorFactory openApi() {
    return new OpenApiConnectorFactory();
  }
}
