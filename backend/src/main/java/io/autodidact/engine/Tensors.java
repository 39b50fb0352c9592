package io.autodidact.engine;

import com.google.protobuf.ByteString;
import io.autodidact.engine.wire.BatchedTensor;
import io.autodidact.engine.wire.Chunk;
import io.autodidact.engine.wire.DType;
import io.autodidact.engine.wire.EncodedTextChunk;
import io.autodidact.engine.wire.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.databind.JsonNode;

/** Arrays as the wire carries them: little endian bytes, or JSON arrays. */
final class Tensors {
  private Tensors() {}

  static io.autodidact.engine.wire.Datum datum(Datum datum) {
    return io.autodidact.engine.wire.Datum.newBuilder()
        .addModelInput(
            Chunk.newBuilder()
                .setEncodedText(EncodedTextChunk.newBuilder().setTokens(bytes(datum.input()))))
        .putLossFnInputs("target_tokens", longs(datum.targets()))
        .putLossFnInputs("weights", floats(datum.weights()))
        .putLossFnInputs("logprobs", floats(datum.logprobs()))
        .putLossFnInputs("advantages", floats(datum.advantages()))
        .build();
  }

  /** The floats that belong to datum {@code i}: between two byte offsets. */
  static float[] part(BatchedTensor batch, int i) {
    ByteBuffer offsets = batch.getOffsets().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long from = offsets.getLong(Long.BYTES * i);
    long to = offsets.getLong(Long.BYTES * (i + 1));
    return floats(batch.getData().substring((int) from, (int) to));
  }

  static int[] ints(ByteString bytes) {
    int[] values = new int[bytes.size() / Integer.BYTES];
    bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
    return values;
  }

  static float[] floats(ByteString bytes) {
    float[] values = new float[bytes.size() / Float.BYTES];
    bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  private static ByteString bytes(int[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return ByteString.copyFrom(buffer);
  }

  private static Tensor longs(int[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putLong(value);
    }
    return tensor(buffer.flip(), DType.DTYPE_INT64, values.length);
  }

  private static Tensor floats(float[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return tensor(buffer, DType.DTYPE_FLOAT32, values.length);
  }

  private static Tensor tensor(ByteBuffer bytes, DType type, int length) {
    return Tensor.newBuilder()
        .setDense(ByteString.copyFrom(bytes))
        .setDtype(type)
        .addShape(length)
        .build();
  }
}
