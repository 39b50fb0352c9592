package io.autodidact.context;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The words of the base model. */
@Configuration(proxyBeanMethods = false)
class ContextConfiguration {
  @Bean
  TextTokenizer textTokenizer(@Value("${autodidact.engine.tokenizer}") Path tokenizerJson) {
    return TextTokenizer.read(tokenizerJson);
  }
}
