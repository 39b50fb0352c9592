package io.autodidact.release;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A release as one file: a zip of the manifest, its signature and the parts that the manifest
 * names.
 *
 * @param manifest canonical, as signed
 * @param signature Ed25519, 64 bytes
 */
public record Bundle(
    byte[] manifest, byte[] signature, byte[] adapter, byte[] experience, byte[] exam) {
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.sig";
  static final String ADAPTER = "adapter.tar";
  static final String EXPERIENCE = "experience.jsonl";
  static final String EXAM = "exam.json";

  /** Equal bundles are written as equal bytes. */
  public void writeTo(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files().entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc(file.getValue()));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }

  private Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(MANIFEST, manifest);
    files.put(SIGNATURE, Base64.getEncoder().encode(signature));
    files.put(ADAPTER, adapter);
    files.put(EXPERIENCE, experience);
    files.put(EXAM, exam);
    return files;
  }

  private static long crc(byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}
