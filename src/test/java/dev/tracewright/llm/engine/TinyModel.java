package dev.tracewright.llm.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a language model of the llama architecture as a GGUF file: one block, random weights, a few dozen kilobytes. What it
 * says makes no sense, but it is computed by the very code that computes what large models say.
 */
final class TinyModel {
    /** Tokens that it holds at once. */
    static final int CONTEXT = 256;

    private static final int WIDTH = 16;
    private static final int HEADS = 2;
    private static final int INNER = 32;
    private static final int BYTES = 256;
    private static final int ALIGNMENT = 32;
    private static final int SETTINGS = 16;
    private static final List<String> WORDS = List.of(
            "one", "two", "three", "four", "five", "apples", "pears", "add", "take", "from", "the", "answer", "is",
            "so", "then", "step", "first", "next", "each", "half", "twice", "left", "cost", "pay", "day", "week");

    /** The types of values in a GGUF file. */
    private enum Type {
        WHOLE(4),
        SIGNED(5),
        FLOAT(6),
        TEXT(8),
        ARRAY(9);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    /** What kind of token it is, as SentencePiece has it. */
    private record Token(String text, int kind) {
        static final int NORMAL = 1;
        static final int UNKNOWN = 2;
        static final int CONTROL = 3;
        static final int BYTE = 6;
    }

    /** A matrix, or a vector where it has one row. */
    private record Tensor(String name, int columns, int rows, FloatBuffer values) {}

    private final List<Token> tokens = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private TinyModel(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the model that this seed makes. */
    static void write(Path file, long seed) throws IOException {
        Files.write(file, new TinyModel(seed).bytes());
    }

    private byte[] bytes() {
        vocabulary();
        weights();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        whole(3);
        large(tensors.size());
        large(SETTINGS);
        text("general.architecture", "llama");
        text("general.name", "tiny");
        number("llama.context_length", CONTEXT);
        number("llama.embedding_length", WIDTH);
        number("llama.block_count", 1);
        number("llama.feed_forward_length", INNER);
        number("llama.rope.dimension_count", WIDTH / HEADS);
        number("llama.attention.head_count", HEADS);
        key("llama.attention.layer_norm_rms_epsilon", Type.FLOAT);
        decimal(1e-5f);
        text("tokenizer.ggml.model", "llama");
        array("tokenizer.ggml.tokens", Type.TEXT);
        tokens.forEach(token -> string(token.text()));
        array("tokenizer.ggml.scores", Type.FLOAT);
        tokens.forEach(token -> decimal(token.kind() == Token.NORMAL ? 1 : 0));
        array("tokenizer.ggml.token_type", Type.SIGNED);
        tokens.forEach(token -> whole(token.kind()));
        number("tokenizer.ggml.unknown_token_id", 0);
        number("tokenizer.ggml.bos_token_id", 1);
        number("tokenizer.ggml.eos_token_id", 2);
        describeTensors();
        tensors.forEach(this::data);
        return out.toByteArray();
    }

    private void vocabulary() {
        tokens.add(new Token("<unk>", Token.UNKNOWN));
        tokens.add(new Token("<s>", Token.CONTROL));
        tokens.add(new Token("</s>", Token.CONTROL));
        for (int i = 0; i < BYTES; i++) {
            tokens.add(new Token("<0x%02X>".formatted(i), Token.BYTE));
        }
        WORDS.forEach(word -> tokens.add(new Token("\u2581" + word, Token.NORMAL)));
    }

    private void weights() {
        matrix("token_embd.weight", WIDTH, tokens.size());
        matrix("blk.0.attn_q.weight", WIDTH, WIDTH);
        matrix("blk.0.attn_k.weight", WIDTH, WIDTH);
        matrix("blk.0.attn_v.weight", WIDTH, WIDTH);
        matrix("blk.0.attn_output.weight", WIDTH, WIDTH);
        matrix("blk.0.ffn_gate.weight", WIDTH, INNER);
        matrix("blk.0.ffn_up.weight", WIDTH, INNER);
        matrix("blk.0.ffn_down.weight", INNER, WIDTH);
        matrix("output.weight", WIDTH, tokens.size());
        // Only words are ever likely: a row of zeros is worth as much as the middle one of the words.
        FloatBuffer output = tensors.getLast().values();
        for (int i = 0; i < (tokens.size() - WORDS.size()) * WIDTH; i++) {
            output.put(i, 0);
        }
        norm("blk.0.attn_norm.weight");
        norm("blk.0.ffn_norm.weight");
        norm("output_norm.weight");
    }

    private void matrix(String name, int columns, int rows) {
        FloatBuffer values = FloatBuffer.allocate(columns * rows);
        for (int i = 0; i < values.capacity(); i++) {
            values.put(i, (float) random.nextGaussian());
        }
        tensors.add(new Tensor(name, columns, rows, values));
    }

    private void norm(String name) {
        FloatBuffer ones = FloatBuffer.allocate(WIDTH);
        for (int i = 0; i < WIDTH; i++) {
            ones.put(i, 1);
        }
        tensors.add(new Tensor(name, WIDTH, 1, ones));
    }

    private void describeTensors() {
        long offset = 0;
        for (Tensor tensor : tensors) {
            string(tensor.name());
            whole(tensor.rows() == 1 ? 1 : 2);
            large(tensor.columns());
            if (tensor.rows() > 1) {
                large(tensor.rows());
            }
            whole(0);
            large(offset);
            offset += aligned(tensor.values().capacity() * Float.BYTES);
        }
    }

    private void data(Tensor tensor) {
        out.writeBytes(new byte[aligned(out.size()) - out.size()]);
        ByteBuffer buffer =
                ByteBuffer.allocate(tensor.values().capacity() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(tensor.values());
        out.writeBytes(buffer.array());
    }

    private static int aligned(int size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private void text(String key, String value) {
        key(key, Type.TEXT);
        string(value);
    }

    private void number(String key, int value) {
        key(key, Type.WHOLE);
        whole(value);
    }

    private void array(String key, Type type) {
        key(key, Type.ARRAY);
        whole(type.code);
        large(tokens.size());
    }

    private void key(String key, Type type) {
        string(key);
        whole(type.code);
    }

    private void string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        large(bytes.length);
        out.writeBytes(bytes);
    }

    private void whole(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private void large(long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    private void decimal(float value) {
        whole(Float.floatToIntBits(value));
    }
}
