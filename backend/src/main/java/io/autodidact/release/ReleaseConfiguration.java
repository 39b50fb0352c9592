package io.autodidact.release;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where releases and the key that signs them lie. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {
  @Bean
  BlobStore blobStore(@Value("${autodidact.data-directory}") Path directory) {
    return new BlobStore(directory.resolve("blobs"));
  }

  @Bean
  SigningKey signingKey(@Value("${autodidact.data-directory}") Path directory) throws IOException {
    return SigningKey.openOrCreate(directory);
  }
}
