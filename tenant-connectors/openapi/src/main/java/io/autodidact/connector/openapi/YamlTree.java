package io.autodidact.connector.openapi;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads YAML as the JSON it stands for: no dates, no {@code yes} and {@code no}, no objects;
 * aliases are written out, but not beyond bearing.
 */
final class YamlTree {
  private static final int MAX_NODES = 3_000_000;
  private static final int MAX_DEPTH = 300;

  private int nodes;

  private YamlTree() {}

  /**
   * @throws YAMLException if it is not YAML, or grows without measure
   */
  static JsonNode read(String text, int maxLength) {
    var options = new LoaderOptions();
    options.setCodePointLimit(maxLength);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(1_000);
    options.setAllowDuplicateKeys(false);
    var dumper = new DumperOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(dumper),
            dumper,
            options,
            new JsonTypes());
    return new YamlTree().json(yaml.load(text), 0);
  }

  private JsonNode json(@Nullable Object value, int depth) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw new YAMLException("Its aliases stand for more than can be read");
    }
    var make = JsonNodeFactory.instance;
    return switch (value) {
      case null -> make.nullNode();
      case Map<?, ?> map -> {
        var object = make.objectNode();
        map.forEach((key, one) -> object.set(String.valueOf(key), json(one, depth + 1)));
        yield object;
      }
      case List<?> list -> {
        var array = make.arrayNode();
        list.forEach(one -> array.add(json(one, depth + 1)));
        yield array;
      }
      case Boolean flag -> make.booleanNode(flag);
      case Integer number -> make.numberNode(number);
      case Long number -> make.numberNode(number);
      case BigInteger number -> make.numberNode(number);
      case Double number -> make.numberNode(number);
      default -> make.stringNode(String.valueOf(value));
    };
  }

  /** The plain scalars of YAML 1.2's JSON schema, and merge keys. */
  private static final class JsonTypes extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|false|False"), "tTfF");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9]\\d*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?"),
          "-0123456789");
      addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL| "), "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
  }
}
