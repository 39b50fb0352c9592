package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The program describes itself: every route, with a title and its errors. */
class OwnDocumentTest {
  private static RunningAutodidact autodidact;
  private static SwaggerParseResult document;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("api");
    var key = autodidact.newTenantsKey("manage");
    var text = autodidact.get("/api/v1/openapi", "Authorization", "Bearer " + key).body();
    document = new OpenAPIV3Parser().readContents(text);
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @Test
  void theDocumentParsesWithoutComplaint() {
    assertThat(document.getMessages()).isNullOrEmpty();
    assertThat(document.getOpenAPI().getInfo().getTitle()).isEqualTo("Autodidact");
    assertThat(document.getOpenAPI().getComponents().getSecuritySchemes()).containsKey("apiKey");
  }

  @Test
  void everyRouteIsInTheDocument() {
    assertThat(documented()).containsAll(routes());
  }

  @Test
  void everyOperationHasATitleAndSaysWhatMayGoWrong() {
    document
        .getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
  }

  private static void complete(String path, Operation operation) {
    assertThat(operation.getSummary()).as(path).isNotBlank();
    assertThat(operation.getResponses()).as(path).containsKeys("400", "401", "403", "404");
  }

  private static Set<String> documented() {
    var routes = new TreeSet<String>();
    document
        .getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .keySet()
                    .forEach(method -> routes.add(method + " " + path)));
    return routes;
  }

  private static Set<String> routes() {
    var routes = new TreeSet<String>();
    autodidact
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, method) -> {
              if (method.getBeanType().getName().startsWith("io.autodidact")) {
                route
                    .getPatternValues()
                    .forEach(
                        path ->
                            route
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.add(verb + " " + path)));
              }
            });
    return routes;
  }
}
