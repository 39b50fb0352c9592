package io.autodidact;

import io.autodidact.context.ByteTokenizer;
import io.autodidact.migrations.MigratedPostgres;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on real PostgreSQL and a free port. */
final class RunningAutodidact implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;
  private final MigratedPostgres database;

  private RunningAutodidact(ConfigurableApplicationContext context, MigratedPostgres database) {
    this.context = context;
    this.database = database;
  }

  /** Starts it on an empty database, with these roles and an engine that nobody answers at. */
  static RunningAutodidact withRoles(String roles) throws IOException {
    return start(List.of(), roles, "--autodidact.engine.url=http://127.0.0.1:9");
  }

  /** Likewise, and with people who sign in at that issuer. */
  static RunningAutodidact withIssuer(String roles, String issuer) throws IOException {
    var secret = Files.writeString(Files.createTempFile("client", "secret"), "secret");
    return start(
        List.of(),
        roles,
        "--autodidact.engine.url=http://127.0.0.1:9",
        "--autodidact.identity.issuer=" + issuer,
        "--autodidact.identity.client-secret-file=" + secret);
  }

  /** Starts it on an empty database as an API, with more beans. */
  static RunningAutodidact with(Class<?> beans) throws IOException {
    return start(List.of(beans), "api");
  }

  private static RunningAutodidact start(List<Class<?>> beans, String roles, String... settings)
      throws IOException {
    var directory = Files.createTempDirectory("autodidact");
    var database = MigratedPostgres.empty();
    var always =
        Stream.of(
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--server.port=0",
            "--autodidact.roles=" + roles,
            "--autodidact.data-directory=" + directory,
            "--autodidact.first-api-key-file=" + directory.resolve("first.key"),
            "--autodidact.outbound.allow=127.0.0.0/8",
            "--autodidact.engine.tokenizer=" + ByteTokenizer.file());
    var context =
        new SpringApplicationBuilder(Autodidact.class)
            .sources(beans.toArray(Class<?>[]::new))
            .run(Stream.concat(always, Stream.of(settings)).toArray(String[]::new));
    return new RunningAutodidact(context, database);
  }

  /** Something the program is made of. */
  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** What makes more of what the program is made of. */
  AutowireCapableBeanFactory beans() {
    return context.getAutowireCapableBeanFactory();
  }

  /** Connections that see every tenant's rows. */
  DataSource owner() {
    return database.owner();
  }

  /** Has every part that listens hear of it. */
  void publish(Object event) {
    context.publishEvent(event);
  }

  Environment environment() {
    return context.getEnvironment();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + environment().getProperty("local.server.port") + path);
  }

  /** A new tenant with a key of these scopes. */
  String newTenantsKey(String... scopes) {
    var tenant = new TenantId(UUID.randomUUID());
    bean(TenantTransaction.class)
        .run(
            tenant,
            dsl ->
                dsl.execute(
                    "INSERT INTO tenant (tenant_id, name) VALUES (?, 'another')", tenant.value()));
    return bean(ApiKeys.class).create(tenant, "test", Set.of(scopes)).text();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(at(path)), headers);
  }

  HttpResponse<String> post(String path, Object body, String... headers) throws Exception {
    var publisher = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    return send(
        HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json").POST(publisher),
        headers);
  }

  HttpResponse<String> delete(String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(at(path)).DELETE(), headers);
  }

  HttpResponse<String> postForm(String path, String form) throws Exception {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
