package io.autodidact.usage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What tenants may use of whom nobody has said otherwise ({@code autodidact.quota.*}). */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {
  @Bean
  Quotas defaultQuotas(Environment settings) {
    return new Quotas(
        settings.getProperty("autodidact.quota.parallel-runs", Integer.class, 5),
        settings.getProperty("autodidact.quota.engine-seconds-a-month", Long.class, 360_000L),
        settings.getProperty("autodidact.quota.environments", Integer.class, 50),
        settings.getProperty("autodidact.quota.tokens-a-day", Long.class, 100_000_000L),
        settings.getProperty("autodidact.quota.requests-a-minute", Integer.class, 1200));
  }
}
