package dev.tracewright.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What must be said below a table: how many of its answers are judged by suggestion, and how many are not judged. */
final class Footnotes {
    private Footnotes() {}

    /** Of tables that show these answers. */
    static List<String> of(Collection<Pool> pools) {
        long suggested = suggested(pools);
        long unlabelled = 0;
        long disputed = 0;
        for (Pool pool : pools) {
            unlabelled += pool.tally().unlabelled();
            disputed += pool.tally().disputed();
        }
        List<String> notes = new ArrayList<>(ofSuggested(suggested));
        if (unlabelled + disputed > 0) {
            notes.add(AnalysisTexts.of("footnote.unjudged", unlabelled, disputed));
        }
        return notes;
    }

    static long suggested(Collection<Pool> pools) {
        return pools.stream().mapToLong(pool -> pool.tally().suggested()).sum();
    }

    /** Where that many answers are judged by suggestion. */
    static List<String> ofSuggested(long suggested) {
        return suggested == 0 ? List.of() : List.of(AnalysisTexts.of("footnote.suggested", suggested));
    }

    /** Where that many answers have not been read. */
    static List<String> ofUnread(long unread) {
        return unread == 0 ? List.of() : List.of(AnalysisTexts.of("footnote.unread", unread));
    }

    /** The title, marked where answers are judged by suggestion. */
    static String title(String title, long suggested) {
        return suggested == 0 ? title : AnalysisTexts.of("title.suggested", title);
    }
}
