package dev.tracewright.llm;

import java.time.Duration;

/**
 * How long a call may take, so that nothing waits for ever and a local model still has time to load.
 *
 * @param connect until the connection stands
 * @param firstToken the longest silence of the server, before the first piece and between two pieces
 * @param ceiling for one {@code ask} from its first try on, retries and pauses included
 */
public record CallLimits(Duration connect, Duration firstToken, Duration ceiling) {
    /** 10 seconds, 5 minutes, 15 minutes. */
    public static final CallLimits DEFAULT =
            new CallLimits(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(15));

    /** @throws IllegalArgumentException for a limit that is not above zero */
    public CallLimits {
        if (!connect.isPositive() || !firstToken.isPositive() || !ceiling.isPositive()) {
            throw new IllegalArgumentException("every time limit of a call must be above zero");
        }
    }
}
