package io.autodidact.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Passes everything on as it is written, and keeps a copy. */
final class CopyingResponse extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private @Nullable PrintWriter writer;

  CopyingResponse(HttpServletResponse response) {
    super(response);
  }

  /** Everything written so far. */
  String copy() {
    if (writer != null) {
      writer.flush();
    }
    return copy.toString(StandardCharsets.UTF_8);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new Both(super.getOutputStream(), copy);
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer =
          new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
    }
    return writer;
  }

  private static final class Both extends ServletOutputStream {
    private final ServletOutputStream client;
    private final ByteArrayOutputStream copy;

    Both(ServletOutputStream client, ByteArrayOutputStream copy) {
      this.client = client;
      this.copy = copy;
    }

    @Override
    public void write(int value) throws IOException {
      client.write(value);
      copy.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      client.write(bytes, offset, length);
      copy.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      client.flush();
    }

    @Override
    public boolean isReady() {
      return client.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      client.setWriteListener(listener);
    }
  }
}
