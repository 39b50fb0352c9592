package io.autodidact.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts the arguments of a compact call into parts: words, quoted strings, JSON, names before them.
 */
final class CompactLine {
  private static final Pattern NAME = Pattern.compile("([A-Za-z_][\\w.-]*)=");

  private final String line;
  private int at;

  private CompactLine(String line) {
    this.line = line;
  }

  /** One value as written, with the name in front of it if there is one. */
  record Part(Optional<String> name, String text) {}

  static List<Part> parts(String line) {
    return new CompactLine(line).read();
  }

  private List<Part> read() {
    var parts = new ArrayList<Part>();
    skipSpaces();
    while (at < line.length()) {
      parts.add(part());
      skipSpaces();
    }
    return List.copyOf(parts);
  }

  private Part part() {
    var name = NAME.matcher(line).region(at, line.length());
    if (name.lookingAt()) {
      at = name.end();
      return new Part(Optional.of(name.group(1)), value());
    }
    return new Part(Optional.empty(), value());
  }

  private String value() {
    int from = at;
    int depth = 0;
    boolean quoted = false;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (Character.isWhitespace(c) && depth <= 0) {
        break;
      }
      at++;
    }
    if (quoted || depth > 0) {
      throw new UnreadableArguments(quoted ? "a quote is not closed" : "a bracket is not closed");
    }
    return line.substring(from, Math.min(at, line.length()));
  }

  private void skipSpaces() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }
}
