package io.autodidact.rollout;

import java.nio.ByteBuffer;

/** Numbers as the database keeps them: four bytes each, big-endian. */
final class Packed {
  private Packed() {}

  static byte[] of(int[] values) {
    var bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  static byte[] of(float[] values) {
    var bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  static int[] ints(byte[] bytes) {
    var values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  static float[] floats(byte[] bytes) {
    var values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
