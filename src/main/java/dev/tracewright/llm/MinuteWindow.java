package dev.tracewright.llm;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How much was taken within the last sixty seconds, so that no sixty seconds hold more than the limit: servers that count by
 * the minute would refuse the burst that a bucket filled once a minute lets through. Not thread-safe.
 */
final class MinuteWindow {
    private static final long MINUTE = 60_000;

    /** Something that was taken and counts for a minute. */
    static final class Taken {
        private final long at;
        private long amount;

        private Taken(long at, long amount) {
            this.at = at;
            this.amount = amount;
        }
    }

    private final Deque<Taken> taken = new ArrayDeque<>();

    /**
     * Milliseconds until so much may be taken; 0 for now. What is more than the limit waits until nothing counts any more.
     *
     * @param limit null for no limit
     * @param now milliseconds of a clock that never jumps
     */
    long millisUntil(long amount, @Nullable Integer limit, long now) {
        if (limit == null) {
            return 0;
        }
        while (!taken.isEmpty() && taken.getFirst().at + MINUTE <= now) {
            taken.removeFirst();
        }
        long left = limit - Math.min(amount, limit);
        long sum = taken.stream().mapToLong(one -> one.amount).sum();
        long wait = 0;
        for (Taken one : taken) {
            if (sum <= left) {
                break;
            }
            sum -= one.amount;
            wait = one.at + MINUTE - now;
        }
        return wait;
    }

    Taken take(long amount, long now) {
        Taken one = new Taken(now, amount);
        taken.addLast(one);
        return one;
    }

    /** What was taken turned out to be so much: less counts less at once, more counts from now on. */
    void correct(Taken before, long amount, long now) {
        if (amount > before.amount) {
            take(amount - before.amount, now);
        } else {
            before.amount = amount;
        }
    }
}
