package dev.tracewright.analysis;

import java.util.List;

/** How long an output is, in bands that are few enough to compare and wide enough to hold answers; each about twice the one before. */
public enum LengthBand {
    TO_249(0, 249),
    FROM_250(250, 499),
    FROM_500(500, 999),
    FROM_1000(1_000, 1_999),
    FROM_2000(2_000, 3_999),
    FROM_4000(4_000, 7_999),
    FROM_8000(8_000, Integer.MAX_VALUE);

    private static final List<LengthBand> ALL = List.of(values());

    private final int least;
    private final int most;

    LengthBand(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The shortest length of the band, in characters (Unicode code points). */
    public int least() {
        return least;
    }

    /** The longest length of the band. */
    public int most() {
        return most;
    }

    /** The band of an output of so many characters, at least 0. */
    public static LengthBand of(int characters) {
        for (LengthBand band : ALL) {
            if (characters >= band.least && characters <= band.most) {
                return band;
            }
        }
        throw new IllegalArgumentException("no output has " + characters + " characters");
    }

    /** What people read, such as 1,000–1,999. */
    String words() {
        if (this == ALL.getLast()) {
            return AnalysisTexts.of("length.last", least);
        }
        return this == ALL.getFirst()
                ? AnalysisTexts.of("length.first", most)
                : AnalysisTexts.of("length.between", least, most);
    }
}
