package io.autodidact.connector.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;

/** Puts all cookies of a request into one header, as RFC 6265, section 5.4, wants it. */
final class Cookies {
  private static final String HEADER = "Cookie";

  private Cookies() {}

  /** Adds the session's cookies behind those that the call brought itself; these win. */
  static void add(HttpRequest request, List<String> ofSession) {
    var all = new ArrayList<>(Stream.of(request.getHeaders(HEADER)).map(Header::getValue).toList());
    var given = all.stream().flatMap(header -> Stream.of(header.split("; "))).map(Cookies::name);
    var names = given.toList();
    ofSession.stream().filter(cookie -> !names.contains(name(cookie))).forEach(all::add);
    if (!all.isEmpty()) {
      request.setHeader(HEADER, String.join("; ", all));
    }
  }

  private static String name(String cookie) {
    return cookie.split("=", 2)[0];
  }
}
