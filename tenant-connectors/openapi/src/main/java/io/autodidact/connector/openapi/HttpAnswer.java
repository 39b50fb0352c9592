package io.autodidact.connector.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** What came back, read to its end. */
record HttpAnswer(int status, HttpHeaders headers, byte[] body, URI from) {
  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads an answer to its end.
   *
   * @param request is cancelled if the answer is longer than {@code maxBytes}
   */
  static HttpAnswer read(ClassicHttpResponse response, URI from, long maxBytes, Cancellable request)
      throws IOException {
    var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var header : response.getHeaders()) {
      fields.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
    }
    var entity = response.getEntity();
    var body = entity == null ? new byte[0] : BoundedBody.read(entity, maxBytes, request::cancel);
    return new HttpAnswer(
        response.getCode(), HttpHeaders.of(fields, (name, value) -> true), body, from);
  }

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
