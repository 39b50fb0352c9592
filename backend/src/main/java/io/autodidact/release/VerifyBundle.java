package io.autodidact.release;

import io.autodidact.release.Manifest.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;

/** Tells whether a bundle is as it was signed, and if not, what is wrong with it. */
public final class VerifyBundle {
  private static final Set<String> FILES =
      Set.of(Bundle.MANIFEST, Bundle.SIGNATURE, Bundle.ADAPTER, Bundle.EXPERIENCE, Bundle.EXAM);
  private static final long MOST_BYTES = 4L << 30;

  private final VerifyingKey key;

  /**
   * @param key of whoever is trusted to have signed; never taken from the bundle itself
   */
  public VerifyBundle(VerifyingKey key) {
    this.key = key;
  }

  /** What came out. */
  public sealed interface Verification {
    /** All is as it was signed. */
    record Genuine(Manifest manifest) implements Verification {}

    /**
     * @param problems at least one, a sentence each
     */
    record Wrong(List<String> problems) implements Verification {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * @throws IOException if the stream breaks off; a file that is no zip is a verdict
   */
  public Verification verify(InputStream bundle) throws IOException {
    var problems = new ArrayList<String>();
    var found = read(bundle, problems);
    for (var name : FILES.stream().sorted().toList()) {
      if (!found.containsKey(name)) {
        problems.add("The bundle has no " + name + ".");
      }
    }
    if (!problems.isEmpty()) {
      return new Verification.Wrong(problems);
    }
    try {
      var manifest = Manifest.parse(file(found, Bundle.MANIFEST));
      check(manifest, found, problems);
      return problems.isEmpty()
          ? new Verification.Genuine(manifest)
          : new Verification.Wrong(problems);
    } catch (JacksonException | IllegalArgumentException e) {
      return new Verification.Wrong(List.of("The manifest is damaged: it can not be read."));
    }
  }

  private static Map<String, byte[]> read(InputStream bundle, List<String> problems)
      throws IOException {
    var files = new HashMap<String, byte[]>();
    long left = MOST_BYTES;
    var zip = new ZipInputStream(bundle);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      var content = zip.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8));
      left -= content.length;
      if (!FILES.contains(entry.getName())) {
        problems.add("The bundle holds a file that no manifest names: " + entry.getName() + ".");
      } else if (files.put(entry.getName(), content) != null) {
        problems.add("The bundle holds " + entry.getName() + " twice.");
      }
    }
    return files;
  }

  private void check(Manifest manifest, Map<String, byte[]> files, List<String> problems) {
    var signed = file(files, Bundle.MANIFEST);
    if (!manifest.format().equals(Manifest.FORMAT)) {
      problems.add("The manifest has a format that is not known here: " + manifest.format() + ".");
    }
    if (!manifest.signedBy().equals(key.id())) {
      problems.add(
          "It was signed by another key (%s) than the one asked for (%s)."
              .formatted(manifest.signedBy(), key.id()));
    } else if (!key.verifies(signed, signature(files))) {
      problems.add("The signature does not fit: the manifest or the signature was changed.");
    }
    if (!Arrays.equals(signed, manifest.canonical())) {
      problems.add("The manifest is not in canonical form: it was changed after signing.");
    }
    check(Bundle.ADAPTER, "adapter", manifest.adapter(), files, problems);
    check(Bundle.EXPERIENCE, "experience", manifest.experience(), files, problems);
    check(Bundle.EXAM, "exam report", manifest.exam(), files, problems);
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static byte[] signature(Map<String, byte[]> files) {
    try {
      return Base64.getDecoder().decode(file(files, Bundle.SIGNATURE));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static void check(
      String file, String what, Part part, Map<String, byte[]> files, List<String> problems) {
    var found = Part.of(file(files, file));
    if (!found.equals(part)) {
      problems.add(
          "The %s (%s) was changed: its digest is %s, the manifest says %s."
              .formatted(what, file, found.digest().hex(), part.digest().hex()));
    }
  }
}
