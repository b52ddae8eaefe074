package dev.tracewright.llm.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works through delegated steps and writes one numbered line for each, then the answer, if a step computed one. */
final class Solving {
    /** A plan of more steps than this is cut off, and the output says so. */
    static final int MOST_STEPS = 200;

    private static final int MOST_CLAUSES = 20;

    private final Memory memory = new Memory();
    private final ClauseReader reader = new ClauseReader(memory);
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> leftOut = new ArrayList<>();
    private @Nullable Term answer;

    private Solving() {}

    /** The output for these delegated steps; the same steps always give the same output. */
    static String solve(String delegated) {
        return new Solving().run(Clauses.steps(delegated));
    }

    private String run(List<String> steps) {
        int last = 0;
        int count = Math.min(steps.size(), MOST_STEPS);
        for (int number = 1; number <= count; number++) {
            memory.begin(number);
            if (carryOut(number, steps.get(number - 1))) {
                last = number;
            }
        }
        boolean complete = steps.size() <= MOST_STEPS;
        if (!complete) {
            lines.add("I stop here: the plan has " + steps.size() + " steps, and I carry out " + MOST_STEPS
                    + " at most.");
        }
        lines.add("");
        lines.addAll(conclusion(last, complete));
        return String.join("\n", lines);
    }

    /** Writes the line of one step; returns whether the step asked for a value, computed or not. */
    private boolean carryOut(int number, String step) {
        List<Outcome> outcomes = outcomes(Clauses.of(step));
        StringBuilder line = new StringBuilder(number + ". ");
        for (Outcome outcome : outcomes) {
            line.append(line.length() > 4 ? " " : "").append(closed(outcome, outcomes));
        }
        if (outcomes.isEmpty()) {
            line.append("There is nothing to compute here.");
            lines.add(line.toString());
            return false;
        }
        lines.add(line.toString());
        return keep(number, outcomes);
    }

    /** What came of each clause, without headings and remarks; a clause that fails fails the step. */
    private List<Outcome> outcomes(List<Clauses.Clause> clauses) {
        if (clauses.size() > MOST_CLAUSES) {
            return List.of(new Outcome.Failed("I cannot carry out this step: it is too long for me.", true));
        }
        if (clauses.size() < 2 || !clauses.getFirst().mayBeHeading()) {
            return body(clauses);
        }
        Memory before = memory.copy();
        Outcome heading = reader.read(clauses.getFirst().text());
        if (heading instanceof Outcome.Computed asked) {
            memory.restore(before);
            List<Outcome> body = body(clauses.subList(1, clauses.size()));
            Term value = lastValue(body);
            if (value == null) {
                memory.restore(before);
                return body(clauses);
            }
            return value.value().equals(asked.term().value())
                    ? body
                    : List.of(new Outcome.Failed(
                            "I cannot carry out this step: its title and its text ask for different values.", true));
        }
        List<Outcome> body = body(clauses.subList(1, clauses.size()));
        return switch (heading) {
            // A heading such as "Subtract the eggs" needs no line of its own once the text below it computes something.
            case Outcome.Failed failed
            when failed.understood() && lastValue(body) == null && failure(body) == null -> List.of(failed);
            case Outcome.Failed ignored -> body;
            default -> {
                List<Outcome> all = new ArrayList<>(List.of(heading));
                all.addAll(body);
                yield failure(body) == null ? all : body;
            }
        };
    }

    private List<Outcome> body(List<Clauses.Clause> clauses) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clauses.Clause clause = clauses.get(i);
            Outcome outcome = reader.read(clause.text());
            if (!(outcome instanceof Outcome.Failed failed)) {
                outcomes.add(outcome);
                continue;
            }
            boolean label = clause.mayBeHeading() && i + 1 < clauses.size();
            boolean remark = i > 0 && isRemark(clause.text());
            if (failed.understood() || !(label || remark)) {
                return List.of(failed);
            }
        }
        return outcomes;
    }

    private static Outcome.@Nullable Failed failure(List<Outcome> outcomes) {
        return !outcomes.isEmpty() && outcomes.getLast() instanceof Outcome.Failed failed ? failed : null;
    }

    private static @Nullable Term lastValue(List<Outcome> outcomes) {
        Term value = null;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Computed computed) {
                value = computed.term();
            }
        }
        return value;
    }

    private boolean keep(int number, List<Outcome> outcomes) {
        if (failure(outcomes) != null) {
            memory.failed();
            leftOut.add(number);
            answer = null;
            return true;
        }
        Term value = lastValue(outcomes);
        if (value == null) {
            return false;
        }
        answer = value;
        return true;
    }

    /** Several results of one step stand as sentences; a single one stands bare. */
    private static String closed(Outcome outcome, List<Outcome> all) {
        String line = outcome.line();
        boolean ends = line.endsWith(".") || line.endsWith("”");
        return all.size() > 1 && !ends ? line + "." : line;
    }

    private static boolean isRemark(String clause) {
        return clause.matches("(?i)(?:this|that|it|these|those|the|here|so|because|since|which|remember|note)\\b.*");
    }

    private List<String> conclusion(int last, boolean complete) {
        Term value = answer;
        if (!complete) {
            return List.of("There is no answer, because the plan was not carried out to its end.");
        }
        if (value == null) {
            return List.of(
                    leftOut.contains(last) && last > 0
                            ? "There is no answer, because I could not carry out step " + last + "."
                            : "There is no answer, because no step computed a value.");
        }
        String line = "The answer is: " + value.result();
        if (leftOut.isEmpty()) {
            return List.of(line);
        }
        String which = leftOut.size() == 1 ? "step " + leftOut.getFirst() : "steps " + listed(leftOut);
        return List.of("I left out " + which + ", which I could not carry out.", line);
    }

    private static String listed(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            text.append(i == 0 ? "" : i == numbers.size() - 1 ? " and " : ", ").append(numbers.get(i));
        }
        return text.toString();
    }
}
