package dev.tracewright.exchange;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.xerial.snappy.Snappy;

/** Writes the smallest valid Parquet file with required text columns, because no library on the class path writes one. */
final class TinyParquet {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    enum Codec {
        UNCOMPRESSED(0),
        SNAPPY(1),
        ZSTD(6);

        private final int id;

        Codec(int id) {
            this.id = id;
        }

        byte[] compress(byte[] bytes) throws IOException {
            return switch (this) {
                case UNCOMPRESSED -> bytes;
                case SNAPPY -> Snappy.compress(bytes);
                case ZSTD -> Zstd.compress(bytes);
            };
        }
    }

    private record Chunk(long offset, long raw, long packed) {}

    static byte[] of(Codec codec, Map<String, List<byte[]>> columns) throws IOException {
        TinyParquet file = new TinyParquet();
        file.write(codec, columns);
        return file.out.toByteArray();
    }

    private void write(Codec codec, Map<String, List<byte[]>> columns) throws IOException {
        out.write(magic());
        Map<String, Chunk> chunks = new java.util.LinkedHashMap<>();
        int rows = 0;
        for (Map.Entry<String, List<byte[]>> column : columns.entrySet()) {
            rows = column.getValue().size();
            byte[] raw = plain(column.getValue());
            byte[] packed = codec.compress(raw);
            long offset = out.size();
            Thrift header = new Thrift();
            header.i32(1, 0).i32(2, raw.length).i32(3, packed.length);
            header.struct(5, new Thrift().i32(1, rows).i32(2, 0).i32(3, 3).i32(4, 3));
            byte[] head = header.end();
            out.write(head);
            out.write(packed);
            chunks.put(column.getKey(), new Chunk(offset, raw.length + head.length, packed.length + head.length));
        }
        byte[] footer = footer(codec, chunks, rows);
        out.write(footer);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        out.write(magic());
    }

    private static byte[] magic() {
        return "PAR1".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] plain(List<byte[]> values) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        for (byte[] value : values) {
            page.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value.length)
                    .array());
            page.write(value);
        }
        return page.toByteArray();
    }

    private static byte[] footer(Codec codec, Map<String, Chunk> chunks, int rows) throws IOException {
        Thrift meta = new Thrift().i32(1, 1).list(2, chunks.size() + 1);
        meta.raw(new Thrift().text(4, "schema").i32(5, chunks.size()).end());
        for (String name : chunks.keySet()) {
            meta.raw(new Thrift().i32(1, 6).i32(3, 0).text(4, name).i32(6, 0).end());
        }
        meta.i64(3, rows).list(4, 1);
        Thrift group = new Thrift().list(1, chunks.size());
        long total = 0;
        for (Map.Entry<String, Chunk> chunk : chunks.entrySet()) {
            Chunk where = chunk.getValue();
            total += where.raw();
            Thrift column = new Thrift()
                    .i32(1, 6)
                    .ints(2, 0, 3)
                    .texts(3, chunk.getKey())
                    .i32(4, codec.id);
            column.i64(5, rows).i64(6, where.raw()).i64(7, where.packed()).i64(9, where.offset());
            group.raw(new Thrift().i64(2, where.offset()).struct(3, column).end());
        }
        group.i64(2, total).i64(3, rows);
        meta.raw(group.end());
        return meta.end();
    }

    /** The few shapes of Thrift's compact protocol that a Parquet footer needs. */
    private static final class Thrift {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int last;

        Thrift i32(int field, int value) {
            head(field, 5);
            varint(((long) value << 1) ^ (value >> 31));
            return this;
        }

        Thrift i64(int field, long value) {
            head(field, 6);
            varint((value << 1) ^ (value >> 63));
            return this;
        }

        Thrift text(int field, String value) {
            head(field, 8);
            binary(value);
            return this;
        }

        Thrift struct(int field, Thrift value) {
            head(field, 12);
            return raw(value.end());
        }

        Thrift list(int field, int size) {
            head(field, 9);
            size(size, 12);
            return this;
        }

        Thrift ints(int field, int... values) {
            head(field, 9);
            size(values.length, 5);
            for (int value : values) {
                varint((long) value << 1);
            }
            return this;
        }

        Thrift texts(int field, String value) {
            head(field, 9);
            size(1, 8);
            binary(value);
            return this;
        }

        Thrift raw(byte[] value) {
            bytes.writeBytes(value);
            return this;
        }

        byte[] end() {
            bytes.write(0);
            return bytes.toByteArray();
        }

        private void head(int field, int type) {
            bytes.write(((field - last) << 4) | type);
            last = field;
        }

        private void size(int size, int type) {
            bytes.write((size << 4) | type);
        }

        private void binary(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            varint(utf8.length);
            bytes.writeBytes(utf8);
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
