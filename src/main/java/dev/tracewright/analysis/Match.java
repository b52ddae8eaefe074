package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import java.util.Map;
import java.util.Optional;

/**
 * Trace-of-Thought and the other way of prompting the same solver that did best on the same data set; of equals the first in the
 * order of the approaches.
 *
 * @param party who answered
 * @param series the Trace-of-Thought series
 * @param trace its answers
 * @param alternativeSeries the highest alternative
 * @param alternative its answers
 * @param pairs the problems both answered, Trace-of-Thought first
 */
record Match(Party party, Series series, Pool trace, Series alternativeSeries, Pool alternative, PairTally pairs) {
    /** Empty where the solver was prompted in no other way that was judged. */
    static Optional<Match> of(Counted counted, Board board, Party party, Series series, Pool trace) {
        Map.Entry<Series, Pool> best = null;
        for (Map.Entry<Party, ? extends Map<Series, Pool>> row : board.pools().entrySet()) {
            if (!row.getKey().solver().equals(party.solver())) {
                continue;
            }
            for (Map.Entry<Series, Pool> entry : row.getValue().entrySet()) {
                if (!entry.getKey().traces()
                        && entry.getValue().accuracy().known()
                        && (best == null
                                || entry.getValue().accuracy().rate()
                                        > best.getValue().accuracy().rate())) {
                    best = entry;
                }
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Match(party, series, trace, best.getKey(), best.getValue(), counted.pairs(trace, best.getValue())));
    }

    /** Who answered, with the template where there are several. */
    String name() {
        return party.name() + series.templateSuffix();
    }

    ZTest test() {
        return ZTest.of(trace.accuracy(), alternative.accuracy());
    }
}
