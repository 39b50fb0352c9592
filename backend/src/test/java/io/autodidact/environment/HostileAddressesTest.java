package io.autodidact.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Surroundings;
import io.autodidact.connector.openapi.OpenApiConnectorFactory;
import io.autodidact.tenant.StoredJson;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Addresses that would lead a tenant inside. Each is tried where the document is fetched, where the
 * software is called, where one operation is served, where tokens are given and where a redirect
 * leads; a server that listens on every address of this machine sees nobody.
 */
class HostileAddressesTest {
  /** What the guard says; "can not be reached" would mean that a connection was tried. */
  private static final String REFUSED =
      "(?s).*(may not be called|Only http and https|must not name|is no web server's|no plain IPv4"
          + "|no host named|must be a whole http|is not an address|is no address"
          + "|no http or https address|address that may not|can not be sent).*";

  private static Listener inside;
  private static HttpServer redirecting;
  private static volatile String location = "";
  private static Predicate<InetAddress> guard;

  @BeforeAll
  static void start() throws Exception {
    inside = new Listener();
    // The one address that the operator has opened.
    redirecting = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 10);
    redirecting.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    redirecting.start();
    var tenants = new Tenants();
    guard =
        new OutboundAddresses(List.of("127.0.0.2/32"), new AllowedNetworks(tenants.transaction))
            .of(tenants.create(), "shop");
  }

  @AfterAll
  static void stop() throws Exception {
    inside.close();
    redirecting.stop(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/hostile-addresses.csv", delimiter = '|', numLinesToSkip = 1)
  void leadsNobodyInside(String form, String address) throws Exception {
    var hostile = address.replace("PORT", Integer.toString(inside.port()));

    assertThat(fetch(hostile, guard)).as("as documentUrl").matches(REFUSED);
    assertThat(call(settings("").put("baseUrl", hostile), guard)).as("as baseUrl").matches(REFUSED);
    assertThat(call(settings(servers(hostile)), guard)).as("as a server").matches(REFUSED);
    assertThat(call(withTokens(hostile), guard)).as("as tokenUrl").matches(REFUSED);
    if (hostile.chars().allMatch(letter -> letter < 128)) { // A header holds no others.
      assertThat(redirect(hostile)).as("as a redirect").matches(REFUSED);
    }
    assertThat(inside.connections()).as("connections seen").isZero();
  }

  @Test
  void thereAreAtLeastSixtyFormsAndEachOfItsOwn() throws Exception {
    try (var csv = HostileAddressesTest.class.getResourceAsStream("/hostile-addresses.csv")) {
      var lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      var addresses = lines.stream().map(line -> line.substring(line.indexOf('|') + 1)).toList();
      assertThat(addresses).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void withoutTheGuardEveryWayLeadsInside() throws Exception {
    var address = "http://127.0.0.1:" + inside.port();
    Predicate<InetAddress> open = all -> true;

    fetch(address, open);
    assertThat(inside.connections()).isEqualTo(1);
    call(settings("").put("baseUrl", address), open);
    assertThat(inside.connections()).isEqualTo(1 + 1);
    call(settings(servers(address)), open);
    assertThat(inside.connections()).isEqualTo(1 + 2);
    call(withTokens(address), open);
    assertThat(inside.connections()).isEqualTo(1 + 3);
  }

  @Test
  void aSwagger2DocumentMakesNobodyFollowItsReferences() throws Exception {
    var elsewhere = "http://127.0.0.1:" + inside.port() + "/x.json";
    var document =
        """
        {"swagger": "2.0", "info": {"title": "t", "version": "1"}, "host": "127.0.0.2",
         "paths": {
           "/y": {"$ref": "%1$s"},
           "/x": {"get": {"operationId": "look",
             "parameters": [{"$ref": "%1$s#/p"}],
             "responses": {"200": {"$ref": "%1$s#/r"},
               "201": {"description": "d", "schema": {"$ref": "%1$s#/s"}}}}}},
         "definitions": {"S": {"$ref": "%1$s"}}}
        """
            .formatted(elsewhere);

    call(settings("").put("document", document).put("baseUrl", "http://127.0.0.2:9999"), guard);

    assertThat(inside.connections()).isZero();
  }

  private static String fetch(String hostile, Predicate<InetAddress> allowed) throws Exception {
    return call(
        StoredJson.MAPPER.createObjectNode().put("documentUrl", hostile).put("timeoutSeconds", 2),
        allowed);
  }

  private static String redirect(String hostile) throws Exception {
    location = hostile;
    var address = "http://127.0.0.2:" + redirecting.getAddress().getPort();
    return call(settings("").put("baseUrl", address), guard);
  }

  private static ObjectNode withTokens(String tokenUrl) {
    var settings = settings("").put("baseUrl", "http://127.0.0.2:9999");
    settings
        .putObject("auth")
        .put("type", "client_credentials")
        .put("tokenUrl", tokenUrl)
        .put("clientId", "me")
        .put("secret", "key");
    return settings;
  }

  private static String servers(String address) {
    return ", \"servers\": [" + StoredJson.MAPPER.createObjectNode().put("url", address) + "]";
  }

  private static ObjectNode settings(String ofOperation) {
    var document =
        """
        {"openapi": "3.0.3", "info": {"title": "t", "version": "1"},
         "servers": [{"url": "http://127.0.0.2:9999"}],
         "paths": {"/x": {"get": {"operationId": "look"%s}}}}
        """
            .formatted(ofOperation);
    return StoredJson.MAPPER.createObjectNode().put("document", document).put("timeoutSeconds", 2);
  }

  /** What became of connecting and of one call, in words. */
  private static String call(ObjectNode settings, Predicate<InetAddress> allowed)
      throws InterruptedException {
    var surroundings = new Surroundings(name -> "secret", allowed, Clock.systemUTC());
    try (var connector = new OpenApiConnectorFactory().connect(settings, surroundings);
        var session = connector.open()) {
      var catalogue = connector.operations();
      return session.act(new Call("look", StoredJson.MAPPER.createObjectNode()))
          + catalogue.defects().toString();
    } catch (ConnectorException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
