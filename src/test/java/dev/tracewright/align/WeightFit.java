package dev.tracewright.align;

import dev.tracewright.trace.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the weights of the {@link Signal}s from traces that people have read, by maximum likelihood with a penalty on large
 * weights (docs/alignment.md). No test: to be run by hand with the folder of trace files and files of labels, one JSON object
 * a line; prints what a fifth that was kept apart each time would have got, and the weights.
 */
final class WeightFit {
    private static final double PENALTY = 3;
    private static final int ROUNDS = 100;
    private static final int PARTS = 5;
    private static final double OVERLAP = 0.25;

    private static final JsonMapper JSON = new JsonMapper();
    private final Path folder;
    private final Map<String, List<CSVRecord>> files = new HashMap<>();

    private WeightFit(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        WeightFit fit = new WeightFit(Path.of(args[0]));
        List<Example> all = new ArrayList<>();
        for (String labels : List.of(args).subList(1, args.length)) {
            for (String line : Files.readAllLines(Path.of(labels))) {
                fit.read(JSON.readTree(line)).ifPresent(all::add);
            }
        }
        for (String set : List.of("natural", "hard", "")) {
            System.out.println(crossValidated(all, set));
        }
        double[] weights = weights(all);
        for (Signal signal : Signal.values()) {
            System.out.printf(Locale.ROOT, "%s %.2f%n", signal, weights[signal.place()]);
        }
    }

    private static String crossValidated(List<Example> all, String set) {
        int right = 0;
        int count = 0;
        int whole = 0;
        int traces = 0;
        double hit = 0;
        double claimed = 0;
        double wanted = 0;
        for (int part = 0; part < PARTS; part++) {
            int kept = part;
            double[] weights = weights(all.stream().filter(e -> e.part != kept).toList());
            for (Example example : all) {
                if (example.part != kept || !example.set.startsWith(set)) {
                    continue;
                }
                example.weigh(weights);
                List<Choice> best = new Lattice(example).best();
                boolean allRight = true;
                for (int i = 0; i < best.size(); i++) {
                    List<Integer> found = best.get(i).performs() ? best.get(i).steps() : List.of();
                    List<Integer> gold = example.gold.get(i);
                    boolean same = found.equals(gold);
                    right += same ? 1 : 0;
                    allRight &= same;
                    count++;
                    hit += example.length[i]
                            * found.stream().filter(gold::contains).count();
                    claimed += example.length[i] * found.size();
                    wanted += example.length[i] * gold.size();
                }
                whole += allRight ? 1 : 0;
                traces++;
            }
        }
        return String.format(
                Locale.ROOT,
                "%-8s %d traces: character F1 %.4f, whole traces %.4f, pieces %.4f",
                set,
                traces,
                2 * hit / (claimed + wanted),
                whole / (double) traces,
                right / (double) count);
    }

    /** Ascends the penalised likelihood with step sizes that adapt to each weight (Adam). */
    private static double[] weights(List<Example> examples) {
        double[] weights = new double[Signal.COUNT];
        double[] mean = new double[Signal.COUNT];
        double[] square = new double[Signal.COUNT];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = new double[Signal.COUNT];
            for (Example example : examples) {
                example.addSlope(weights, slope);
            }
            double rate = 0.15 * Math.min(1, 2.0 * (ROUNDS - round + 1) / ROUNDS);
            for (int k = 0; k < weights.length; k++) {
                double s = slope[k] - PENALTY * weights[k];
                mean[k] = 0.9 * mean[k] + 0.1 * s;
                square[k] = 0.99 * square[k] + 0.01 * s * s;
                double m = mean[k] / (1 - Math.pow(0.9, round));
                double v = square[k] / (1 - Math.pow(0.99, round));
                weights[k] += rate * m / (Math.sqrt(v) + 1e-9);
            }
        }
        return weights;
    }

    private Optional<Example> read(JsonNode label) throws IOException {
        String id = label.get("id").asString();
        String file = id.substring(0, id.indexOf('#'));
        if (!files.containsKey(file)) {
            String text = Files.readString(folder.resolve(file + "-traces.csv"));
            files.put(file, CSVParser.parse(text, CSVFormat.RFC4180).getRecords());
        }
        CSVRecord row = files.get(file).get(Integer.parseInt(id.substring(id.indexOf('#') + 1)));
        Steps plan = StepParser.parse(row.get(2));
        return plan.size() == label.get("steps").size()
                ? Optional.of(new Example(label, plan, row.get(3)))
                : Optional.empty();
    }

    /** A read trace with the signals of everything that may happen in it. */
    private static final class Example implements Lattice.Scores {
        final String set;
        final int part;
        final List<List<Integer>> gold = new ArrayList<>();
        final int[] length;
        private final List<Choice> read = new ArrayList<>();
        private final int steps;
        private final Signals reading;
        private final Map<Choice, Integer> index = new HashMap<>();
        private final double[][][] signals;
        private final double[][] scores;
        private final double[][] skips;
        private final double[][] skipsAtEnd;
        private double[] weights = new double[Signal.COUNT];

        Example(JsonNode label, Steps plan, String output) {
            set = label.get("set").asString();
            part = Math.floorMod(label.get("id").asString().hashCode() * 31, PARTS);
            steps = plan.size();
            PlanReading planReading = new PlanReading(plan);
            List<Piece> pieces = Restatements.joinRestatedList(planReading, output, Segmenter.cut(output));
            reading = new Signals(planReading, new OutputReading(output, pieces));
            List<Choice> choices = Choice.all(steps);
            for (Choice choice : choices) {
                index.put(choice, index.size());
            }
            signals = new double[pieces.size()][choices.size()][Signal.COUNT];
            scores = new double[pieces.size()][choices.size()];
            length = new int[pieces.size()];
            for (int i = 0; i < pieces.size(); i++) {
                for (int c = 0; c < choices.size(); c++) {
                    reading.of(i, choices.get(c), signals[i][c]);
                }
                Piece piece = pieces.get(i);
                length[i] = (int) output.substring(piece.start(), piece.end())
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
                readLabel(label, output, piece, i);
            }
            skips = new double[steps][Signal.COUNT];
            skipsAtEnd = new double[steps][Signal.COUNT];
            for (int j = 0; j < steps; j++) {
                reading.skip(j, false, skips[j]);
                reading.skip(j, true, skipsAtEnd[j]);
            }
        }

        private void readLabel(JsonNode label, String output, Piece piece, int i) {
            TreeSet<Integer> does = new TreeSet<>();
            String kind = "";
            int widest = 0;
            JsonNode segments = label.get("segments");
            for (int k = 0; k < segments.size(); k++) {
                int start = place(output, segments.get(k));
                int end = k + 1 < segments.size() ? place(output, segments.get(k + 1)) : output.length();
                int common = Math.min(piece.end(), end) - Math.max(piece.start(), start);
                if (common > OVERLAP * (piece.end() - piece.start())
                        || (common > 0 && common > (1 - OVERLAP) * (end - start))) {
                    segments.get(k).get("does").forEach(step -> does.add(step.asInt() - 1));
                }
                if (common > widest) {
                    widest = common;
                    kind = segments.get(k).get("kind").asString();
                }
            }
            gold.add(List.copyOf(does));
            Choice choice = nearest(does);
            choice = reading.allows(i, choice) ? choice : Choice.NOTHING;
            if (does.isEmpty()
                    && piece.role() == Piece.Role.BODY
                    && List.of("restatement", "step").contains(kind)) {
                int titled = reading.resemblance().titled(i);
                int repeated = titled < 0 && piece.value() > 0 && piece.value() <= steps ? piece.value() - 1 : titled;
                if (repeated >= 0) {
                    String status = label.get("status").get("" + (repeated + 1)).asString();
                    boolean left = List.of("restated_only", "noted_redundant").contains(status)
                            || (status.equals("skipped") && kind.equals("restatement"));
                    choice = left ? Choice.repeating(repeated) : choice;
                }
            }
            read.add(choice);
        }

        private static int place(String output, JsonNode segment) {
            int times = segment.has("occurrence") && !segment.get("occurrence").isNull()
                    ? segment.get("occurrence").asInt()
                    : 1;
            int at = -1;
            for (int k = 0; k < times; k++) {
                at = output.indexOf(segment.get("anchor").asString(), at + 1);
            }
            return at;
        }

        /** The choice that is nearest to what was read: the longest run, or the first two. */
        private Choice nearest(Set<Integer> does) {
            List<Integer> all = List.copyOf(does);
            Choice whole = all.isEmpty() ? Choice.NOTHING : new Choice(Choice.Kind.PERFORMS, all);
            if (index.containsKey(whole)) {
                return whole;
            }
            List<Integer> run = List.of();
            for (int from = 0; from < all.size(); from++) {
                int to = from + 1;
                while (to < all.size() && all.get(to) == all.get(to - 1) + 1 && to - from < Choice.LONGEST_RUN) {
                    to++;
                }
                run = to - from > run.size() ? all.subList(from, to) : run;
            }
            Choice pair = new Choice(Choice.Kind.PERFORMS, all.subList(0, 2));
            return run.size() == 1 && index.containsKey(pair) ? pair : new Choice(Choice.Kind.PERFORMS, run);
        }

        void weigh(double[] now) {
            weights = now;
            for (int i = 0; i < scores.length; i++) {
                for (int c = 0; c < scores[i].length; c++) {
                    scores[i][c] = dot(signals[i][c]);
                }
            }
        }

        private double dot(double[] values) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[k] * weights[k];
            }
            return sum;
        }

        private int indexOf(Choice choice) {
            return Objects.requireNonNull(index.get(choice));
        }

        @Override
        public int pieces() {
            return scores.length;
        }

        @Override
        public int steps() {
            return steps;
        }

        @Override
        public double does(int i, Choice choice) {
            return reading.allows(i, choice) ? scores[i][indexOf(choice)] : Weighing.NEVER;
        }

        @Override
        public double move(int from, int to) {
            double[] values = new double[Signal.COUNT];
            Signals.move(from, to, values);
            return dot(values);
        }

        @Override
        public double skip(int j, boolean atEnd) {
            return dot(atEnd ? skipsAtEnd[j] : skips[j]);
        }

        /** Adds what was read less what is expected. */
        void addSlope(double[] now, double[] slope) {
            weigh(now);
            int at = 0;
            for (int i = 0; i < read.size(); i++) {
                Choice choice = read.get(i);
                add(signals[i][indexOf(choice)], 1, slope);
                if (!choice.steps().isEmpty()) {
                    addMove(at, choice.arrival(), 1, slope);
                    at = choice.departure();
                }
            }
            addEnd(at, 1, slope);
            new Lattice(this).probabilities(new Lattice.Listener() {
                @Override
                public void does(int i, Choice choice, double probability) {
                    add(signals[i][indexOf(choice)], -probability, slope);
                }

                @Override
                public void moves(int from, int to, double probability) {
                    addMove(from, to, -probability, slope);
                }

                @Override
                public void ends(int from, double probability) {
                    addEnd(from, -probability, slope);
                }
            });
        }

        private void addMove(int from, int to, double times, double[] slope) {
            double[] values = new double[Signal.COUNT];
            Signals.move(from, to, values);
            add(values, times, slope);
            for (int passed = from + 1; passed < to; passed++) {
                add(skips[passed - 1], times, slope);
            }
        }

        private void addEnd(int from, double times, double[] slope) {
            for (double[] left : Arrays.asList(skipsAtEnd).subList(from, steps)) {
                add(left, times, slope);
            }
        }

        private static void add(double[] values, double times, double[] slope) {
            for (int k = 0; k < values.length; k++) {
                slope[k] += times * values[k];
            }
        }
    }
}
