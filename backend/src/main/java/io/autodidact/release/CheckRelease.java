package io.autodidact.release;

import io.autodidact.release.VerifyBundle.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Checks a release, as it lies here, against its signature, part by part. */
@Component
public class CheckRelease {
  private final ReadBundle bundles;
  private final SigningKey key;

  CheckRelease(ReadBundle bundles, SigningKey key) {
    this.bundles = bundles;
    this.key = key;
  }

  /**
   * @throws BlobException if a part is gone or damaged
   */
  public Verification check(Release release) {
    try {
      var zip = new ByteArrayOutputStream();
      bundles.of(release).writeTo(zip);
      var stream = new ByteArrayInputStream(zip.toByteArray());
      return new VerifyBundle(key.verifyingKey()).verify(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory broke off", e);
    }
  }
}
