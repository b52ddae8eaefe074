package dev.tracewright.work;

import java.util.UUID;

/** Where keys and times of what a person does come from; tests supply their own. */
public interface Stamps {
    /** A key that nothing else has. */
    String id();

    /** The time in epoch milliseconds. */
    long now();

    /** Random keys and the computer's clock. */
    static Stamps real() {
        return new Stamps() {
            @Override
            public String id() {
                return UUID.randomUUID().toString();
            }

            @Override
            public long now() {
                return System.currentTimeMillis();
            }
        };
    }
}
