package dev.tracewright.experiment;

import java.util.Locale;
import java.util.Set;

/**
 * Whether somebody reads the delegated steps before they are solved with, and with which versions they are solved then.
 * Steps that nobody reviews are solved with once, as the delegator wrote them, whatever the arms.
 *
 * @param extent which delegations are reviewed
 * @param arms with which versions of reviewed steps the solvers answer; not empty
 * @param by who reviews; {@link By#PERSON} where nobody does
 */
public record Review(Extent extent, Set<Arm> arms, By by) {
    /** Nobody reviews. */
    public static final Review NONE = new Review(new Extent.None(), Set.of(Arm.ORIGINAL));

    /** Who reviews. */
    public enum By {
        /** The run waits for a person. */
        PERSON,
        /** The run asks the plan's verifier, and nobody looks at what it says before it is solved with. */
        VERIFIER;

        /** The name used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which delegations are reviewed. */
    public sealed interface Extent {
        record None() implements Extent {}

        /**
         * A random share, drawn with the plan's seed for each problem and delegator.
         *
         * @param share above 0 and below 1
         */
        record Share(double share) implements Extent {
            public Share {
                if (!(share > 0 && share < 1)) {
                    throw new StudyPlanException(
                            "review/steps",
                            "The share of steps to review is " + share
                                    + "; it lies above 0 and below 1 (write none or all for the ends).");
                }
            }
        }

        record All() implements Extent {}
    }

    /** @throws StudyPlanException when no arm is named, or a corrected one where nobody reviews */
    public Review {
        arms = Set.copyOf(arms);
        by = extent instanceof Extent.None ? By.PERSON : by;
        if (arms.isEmpty()) {
            throw new StudyPlanException("review/arms", "The review names no arm: original, corrected or both.");
        }
        if (extent instanceof Extent.None && arms.contains(Arm.CORRECTED)) {
            throw new StudyPlanException(
                    "review/arms",
                    "The corrected arm needs a review: there are no corrected steps where nobody reviews.");
        }
    }

    /** A review by a person. */
    public Review(Extent extent, Set<Arm> arms) {
        this(extent, arms, By.PERSON);
    }
}
