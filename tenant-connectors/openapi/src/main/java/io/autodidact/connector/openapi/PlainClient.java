package io.autodidact.connector.openapi;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client that does what it is told and no more: no redirects, no retries, no cookies, no
 * proxies, no compression; what a call needs of these is decided by the callers.
 */
final class PlainClient {
  private static final int CONNECTIONS = 512;
  private static final TimeValue LOOK_FIRST_AFTER = TimeValue.ofMilliseconds(500);
  private static final TimeValue LIFE = TimeValue.ofMinutes(2);

  private PlainClient() {}

  static CloseableHttpClient create(AddressGuard addresses, Duration timeout) {
    var longest = Timeout.of(timeout);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(addresses)
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(longest)
                    .setSocketTimeout(longest)
                    .setValidateAfterInactivity(LOOK_FIRST_AFTER)
                    .setTimeToLive(LIFE)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(longest)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .setUserAgent("Autodidact")
        .build();
  }
}
