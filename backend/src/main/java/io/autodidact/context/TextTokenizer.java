package io.autodidact.context;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.autodidact.tenant.StoredJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text to token ids and back, by a model's own {@code tokenizer.json}. Whatever is encoded here is
 * plain text: what looks like a special token is cut in two, so that no text can open or close a
 * turn. Thread-safe.
 */
public final class TextTokenizer {
  private final HuggingFaceTokenizer tokenizer;
  private final Map<String, Integer> specials;

  /** The characters that special tokens begin with. */
  private final Set<Integer> firstOfSpecials;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, Map<String, Integer> specials) {
    this.tokenizer = tokenizer;
    this.specials = Map.copyOf(specials);
    this.firstOfSpecials =
        specials.keySet().stream()
            .filter(special -> !special.isEmpty())
            .map(special -> (int) special.charAt(0))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads a {@code tokenizer.json}. */
  public static TextTokenizer read(Path tokenizerJson) {
    try {
      var options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
      var tokenizer = HuggingFaceTokenizer.newInstance(tokenizerJson, options);
      var specials = new HashMap<String, Integer>();
      for (var added : StoredJson.MAPPER.readTree(tokenizerJson).path("added_tokens")) {
        specials.put(added.path("content").asString(), added.path("id").asInt());
      }
      return new TextTokenizer(tokenizer, specials);
    } catch (IOException e) {
      throw new UncheckedIOException("The tokenizer can not be read: " + tokenizerJson, e);
    }
  }

  /** The tokens of plain text; none of them is special, whatever the text says. */
  public int[] encode(String text) {
    var parts = new ArrayList<int[]>();
    for (var plain : cutSpecials(text)) {
      parts.add(
          Arrays.stream(tokenizer.encode(plain, false, false).getIds())
              .mapToInt(Math::toIntExact)
              .toArray());
    }
    return Tokens.join(parts);
  }

  /** The text of these tokens, special ones left out; NUL, which no database keeps, is U+FFFD. */
  public String decode(int[] tokens) {
    return tokenizer
        .decode(IntStream.of(tokens).asLongStream().toArray(), true)
        .replace('\u0000', '\uFFFD');
  }

  /** The id of a special token. */
  int special(String content) {
    var id = specials.get(content);
    if (id == null) {
      throw new IllegalArgumentException(
          "The model's tokenizer has no " + content + "; choose a model of another chat format");
    }
    return id;
  }

  /** Ends a piece within every special token, so that no piece contains one. */
  private List<String> cutSpecials(String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (firstOfSpecials.contains((int) text.charAt(at)) && startsSpecial(text, at)) {
        pieces.add(text.substring(from, at + 1));
        from = at + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private boolean startsSpecial(String text, int at) {
    return specials.keySet().stream().anyMatch(special -> text.startsWith(special, at));
  }
}
