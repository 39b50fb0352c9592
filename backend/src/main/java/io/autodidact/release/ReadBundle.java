package io.autodidact.release;

import org.springframework.stereotype.Component;

/** Puts a release's parts together into one file again. */
@Component
public class ReadBundle {
  private final BlobStore blobs;

  public ReadBundle(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * @throws BlobException if a part is gone or damaged
   */
  public Bundle of(Release release) {
    var manifest = release.manifest();
    return new Bundle(
        manifest.canonical(),
        release.signature(),
        part(release, manifest.adapter()),
        part(release, manifest.experience()),
        part(release, manifest.exam()));
  }

  private byte[] part(Release release, Manifest.Part part) {
    return blobs.read(release.tenant(), part.digest());
  }
}
