package dev.tracewright.exchange;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a file record by record, in bounded memory. */
interface RowReader extends Closeable {
    /** The next record or bad record, or null at the end. */
    @Nullable
    RowResult next() throws IOException;

    /** The first passage that was not in the expected encoding, so far. */
    default @Nullable Undecodable undecodable() {
        return null;
    }

    @Override
    void close() throws IOException;
}
