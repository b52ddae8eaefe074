package dev.tracewright.llm;

import java.time.Duration;

/**
 * How long a call may take, so that nothing waits for ever and a local model still has time to load.
 *
 * @param connect until the connection stands
 * @param firstToken the longest silence of the server, before the first piece and between two pieces
 * @param ceiling for one {@code ask} from its first try on, retries and the server's pauses included
 * @param retries how often something that may pass is tried again, from 0; there are never more than six tries in all
 */
public record CallLimits(Duration connect, Duration firstToken, Duration ceiling, int retries) {
    /** 10 seconds, 5 minutes, 15 minutes, 5 retries. */
    public static final CallLimits DEFAULT =
            new CallLimits(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(15));

    /** @throws IllegalArgumentException for a time that is not above zero, and for retries below zero */
    public CallLimits {
        if (retries < 0) {
            throw new IllegalArgumentException("the number of retries is not below zero");
        }
        if (!connect.isPositive() || !firstToken.isPositive() || !ceiling.isPositive()) {
            throw new IllegalArgumentException("every time limit of a call must be above zero");
        }
    }

    /** With five retries. */
    public CallLimits(Duration connect, Duration firstToken, Duration ceiling) {
        this(connect, firstToken, ceiling, Backoff.MAX_TRIES - 1);
    }
}
