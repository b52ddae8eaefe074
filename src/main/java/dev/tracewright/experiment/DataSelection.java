package dev.tracewright.experiment;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which problems a study asks: where they come from, which of them pass, and how many of those are taken.
 *
 * @param source where the problems come from
 * @param sample which of the problems that pass the filters are taken
 * @param levels levels as the data set names them, such as {@code Level 3}, in any case; empty for all
 * @param subjects subjects as the data set names them, in any case; empty for all
 */
public record DataSelection(Source source, Sample sample, List<String> levels, List<String> subjects) {
    /** Where problems come from. */
    public sealed interface Source {
        /**
         * A data set of the open session.
         *
         * @param dataset its short name, such as {@code gsm8k}
         */
        record Session(String dataset) implements Source {
            public Session {
                named("data/session", "The data set of the session", dataset);
            }
        }

        /**
         * A data set that comes with the program.
         *
         * @param dataset its name, such as {@code arithmetic}
         */
        record Bundled(String dataset) implements Source {
            public Bundled {
                named("data/bundled", "The bundled data set", dataset);
            }
        }

        /**
         * A file of problems.
         *
         * @param path as it was written; a relative one counts from the folder of the plan's file
         * @param columns which column has what, such as {@code gold_answer} to {@code Result}, in the order in which it was
         *     said; empty for what the file itself tells
         */
        record File(String path, Map<String, String> columns) implements Source {
            public File {
                named("data/file", "The file of problems", path);
                columns.forEach((meaning, column) -> {
                    named("data/columns", "What a column means", meaning);
                    named("data/columns/" + meaning, "The column for '" + meaning + "'", column);
                });
                columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            }

            /** A file that itself tells what its columns are. */
            public File(String path) {
                this(path, Map.of());
            }
        }

        private static void named(String place, String what, String name) {
            if (name.isBlank() || !PlanText.oneLine(name)) {
                throw new StudyPlanException(place, what + " needs a name on one line.");
            }
        }
    }

    /** Which problems are taken, in the order of the data set whichever they are. */
    public sealed interface Sample {
        /** All of them. */
        record All() implements Sample {}

        /**
         * The first ones that pass the filters.
         *
         * @param count at least 1; more than there are takes all
         */
        record First(int count) implements Sample {
            public First {
                counted("data/sample/first", count);
            }
        }

        /**
         * Those whose number in the data set ({@code Problem.number}) lies in a range, and that pass the filters.
         *
         * @param from the first number, at least 1
         * @param to the last number, inclusive
         */
        record Range(int from, int to) implements Sample {
            public Range {
                if (from < 1 || to < from) {
                    throw new StudyPlanException(
                            "data/sample/range",
                            "The range of problems " + from + " to " + to
                                    + " is none: it goes from a number of at least 1 up to one that is not smaller.");
                }
            }
        }

        /**
         * Ones drawn at random with the plan's seed from those that pass the filters.
         *
         * @param count at least 1; more than there are takes all
         */
        record Random(int count) implements Sample {
            public Random {
                counted("data/sample/random", count);
            }
        }

        private static void counted(String place, int count) {
            if (count < 1) {
                throw new StudyPlanException(place, "The sample takes " + count + " problems; it takes at least 1.");
            }
        }
    }

    /** @throws StudyPlanException when a filter is blank or said twice */
    public DataSelection {
        levels = filter("levels", levels);
        subjects = filter("subjects", subjects);
    }

    private static List<String> filter(String place, List<String> wanted) {
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (name.isBlank() || !PlanText.oneLine(name)) {
                throw new StudyPlanException(
                        "data/" + place + "/" + i,
                        "Entry " + (i + 1) + " of the " + place + " is no name on one line.");
            }
            if (!seen.add(name.strip().toLowerCase(Locale.ROOT))) {
                throw new StudyPlanException(
                        "data/" + place + "/" + i, "The " + place + " name '" + name.strip() + "' twice.");
            }
        }
        return List.copyOf(wanted);
    }
}
