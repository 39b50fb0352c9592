package io.autodidact.release;

/**
 * A release as programs read it.
 *
 * @param released false for a candidate that did not pass its gate
 * @param verdict the gate's, in a sentence
 * @param digest of the canonical manifest
 */
record ReleaseView(
    String agent, int version, boolean released, String verdict, Digest digest, Manifest manifest) {
  static ReleaseView of(Release release) {
    return new ReleaseView(
        release.manifest().agent(),
        release.version(),
        release.isReleased(),
        release.verdict().sentence(),
        release.digest(),
        release.manifest());
  }
}
