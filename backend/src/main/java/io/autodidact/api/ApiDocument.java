package io.autodidact.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The description of this interface itself, served at {@code /api/v1/openapi}. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
  private static final String KEY = "apiKey";
  private static final String PROBLEM = "Problem";
  private static final Map<String, String> ERRORS =
      new TreeMap<>(
          Map.of(
              "400", "The request can not be understood; the detail says what is wrong with it.",
              "401", "The key or token is missing or not valid.",
              "403", "The key's scope, or the person's role, does not open this route.",
              "404", "There is no such thing, or it is another tenant's.",
              "409", "It can not be done as things stand; the detail says what to do first.",
              "422", "It is understood and can not be carried out; the detail says why.",
              "500", "The platform failed; try again later."));

  @Bean
  OpenAPI ownDescription() {
    SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new Schema<>());
    return new OpenAPI()
        .info(
            new Info()
                .title("Autodidact")
                .version("v1")
                .description(
                    "Agents that teach themselves your software: register it, state goals, start a"
                        + " learning run, watch it, and call the signed release it ends in.")
                .license(new License().name("Apache License 2.0").identifier("Apache-2.0")))
        .addSecurityItem(new SecurityRequirement().addList(KEY));
  }

  @Bean
  OpenApiCustomizer whatAllRoutesShare() {
    return document -> {
      document
          .getComponents()
          .addSecuritySchemes(
              KEY,
              new SecurityScheme()
                  .type(SecurityScheme.Type.HTTP)
                  .scheme("bearer")
                  .description(
                      "An API key (ak_…; scope chat for /v1, manage for what teaches agents, admin"
                          + " for what runs the tenant), or an access token of the identity"
                          + " provider with this platform's audience and the scope organization."))
          .addSchemas(PROBLEM, problem());
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> complete(path, method, operation)));
    };
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    ERRORS.forEach(
        (status, meaning) -> operation.getResponses().addApiResponse(status, error(path, meaning)));
    if (method == PathItem.HttpMethod.POST) {
      operation.addParametersItem(
          new HeaderParameter()
              .name("Idempotency-Key")
              .description("Carries the request out once, however often it is sent under this key.")
              .schema(new StringSchema().minLength(1).maxLength(200)));
    }
  }

  private static ApiResponse error(String path, String meaning) {
    var content =
        path.startsWith("/v1/")
            ? new Content()
                .addMediaType("application/json", new MediaType().schema(new ObjectSchema()))
            : new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    return new ApiResponse().description(meaning).content(content);
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("What went wrong, as RFC 9457 asks.")
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new Schema<>().type("integer"))
        .addProperty("detail", new StringSchema().description("A sentence that says what to do."))
        .addProperty("instance", new StringSchema());
  }
}
