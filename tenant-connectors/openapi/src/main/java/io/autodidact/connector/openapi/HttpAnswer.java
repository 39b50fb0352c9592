package io.autodidact.connector.openapi;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What came back, read to its end. */
record HttpAnswer(int status, HttpHeaders headers, byte[] body, URI from) {
  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  /** The media type in small letters, without parameters; empty if not said. */
  String mediaType() {
    return headers
        .firstValue("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  String text() {
    var charset = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
    try {
      return new String(
          body, charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
