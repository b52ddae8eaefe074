package dev.tracewright.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where the SQL of a session runs; what differs between a file and a server is behind this. */
interface Database extends AutoCloseable {
    /** What the session is called. */
    String name();

    /** Where the session is, without credentials. */
    String location();

    /**
     * Runs {@code work} in one transaction of its own, after all earlier ones; durable when this returns, undone entirely when it
     * throws.
     *
     * @throws StoreException for everything the data base refuses
     */
    <T> T write(Function<Handle, T> work);

    /**
     * Runs {@code work} on one consistent snapshot, beside writers and other readers.
     *
     * @throws StoreException for everything the data base refuses
     */
    <T> T read(Function<Handle, T> work);

    @Override
    void close();
}
