package dev.tracewright.store;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.SearchWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Words that are looked for, as conditions on the tables that results are counted by. Texts are looked through here rather than in SQL,
 * so that results and queue find the same; there are few problems and notes however many answers.
 */
final class WordSql {
    private static final String PROBLEMS = """
            SELECT k.id, k.number, t.question FROM problem_key k JOIN problem_text t ON t.problem_id = k.problem_id""";

    /** What stands as a note now, of whom. */
    private static final String NOTES = """
            SELECT a.id, n.id, e.note
            FROM label_event e JOIN answer a ON a.response_id = e.response_id JOIN annotator n ON n.name = e.author
            WHERE e.note <> ''
              AND NOT EXISTS (SELECT 1 FROM label_event l
                              WHERE l.response_id = e.response_id AND l.author = e.author AND l.seq > e.seq)""";

    private static final String DATASETS = "SELECT DISTINCT dataset FROM problem";

    private static final String DELEGATORS = "SELECT DISTINCT delegator FROM plan";

    private final List<Found> found;

    /** Where one word occurs; numbers are keys of the tables of results. */
    private static final class Found {
        private final String word;
        private final Set<Integer> cells = new TreeSet<>();
        private final Set<Integer> problems = new TreeSet<>();
        private final Set<Integer> answers = new TreeSet<>();
        private final Set<String> datasets = new TreeSet<>();
        private final Set<String> delegators = new TreeSet<>();
        private boolean inSolver;

        Found(String word) {
            this.word = word;
        }

        boolean occurs(@Nullable String text) {
            return text != null && text.toLowerCase(Locale.ROOT).contains(word);
        }

        void lookThrough(int key, Cell cell) {
            boolean solved = occurs(cell.solver());
            if (solved || occurs(cell.dataset()) || occurs(cell.delegator())) {
                cells.add(key);
            }
            inSolver |= solved;
        }

        String condition(String row) {
            return "(" + row + ".cell IN (" + ResultKeys.list(cells) + ") OR " + row + ".problem IN ("
                    + ResultKeys.list(problems) + ") OR " + row + ".id IN (" + ResultKeys.list(answers) + "))";
        }
    }

    private WordSql(List<Found> found) {
        this.found = found;
    }

    /**
     * Looks for words in a session.
     *
     * @param cells the cells by their keys
     * @param annotators the keys of the annotators whose notes count, or null where all do
     */
    static WordSql of(Handle handle, SearchWords words, Map<Integer, Cell> cells, @Nullable Set<Integer> annotators) {
        List<Found> found = words.words().stream().map(Found::new).toList();
        if (!found.isEmpty()) {
            found.forEach(word -> cells.forEach(word::lookThrough));
            Scan.of(handle, PROBLEMS, row -> problem(found, row));
            Scan.of(handle, NOTES, row -> {
                if (annotators == null || annotators.contains(row.getInt(2))) {
                    note(found, row);
                }
            });
            Scan.of(handle, DATASETS, row -> add(found, row.getString(1), word -> word.datasets));
            Scan.of(handle, DELEGATORS, row -> add(found, row.getString(1), word -> word.delegators));
        }
        return new WordSql(found);
    }

    private static void problem(List<Found> found, ResultSet row) throws SQLException {
        String number = row.getString(2);
        String question = row.getString(3);
        for (Found word : found) {
            if (word.occurs(number) || word.occurs(question)) {
                word.problems.add(row.getInt(1));
            }
        }
    }

    private static void note(List<Found> found, ResultSet row) throws SQLException {
        String note = row.getString(3);
        for (Found word : found) {
            if (word.occurs(note)) {
                word.answers.add(row.getInt(1));
            }
        }
    }

    private static void add(List<Found> found, String name, Function<Found, Set<String>> names) {
        found.stream()
                .filter(word -> word.occurs(name))
                .forEach(word -> names.apply(word).add(name));
    }

    /** Conditions on a row of {@code answer}; none where nothing is looked for. */
    List<String> conditions(String row) {
        return found.stream().map(word -> word.condition(row)).toList();
    }

    /**
     * Conditions on a problem {@code p} and a delegator's plan {@code o} for it, whose names {@link #bindPlans} gives values. A word
     * that occurs in a solver's name leaves all plans, as the choice of solvers does.
     */
    List<String> planConditions() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found word = found.get(i);
            if (!word.inSolver) {
                String condition = "p.id IN (SELECT problem_id FROM problem_key WHERE id IN ("
                        + ResultKeys.list(word.problems) + "))";
                if (!word.datasets.isEmpty()) {
                    condition += " OR p.dataset IN (<" + datasets(i) + ">)";
                }
                if (!word.delegators.isEmpty()) {
                    condition += " OR o.delegator IN (<" + delegators(i) + ">)";
                }
                all.add("(" + condition + ")");
            }
        }
        return all;
    }

    void bindPlans(Query query) {
        for (int i = 0; i < found.size(); i++) {
            Found word = found.get(i);
            if (!word.inSolver && !word.datasets.isEmpty()) {
                query.bindList(datasets(i), List.copyOf(word.datasets));
            }
            if (!word.inSolver && !word.delegators.isEmpty()) {
                query.bindList(delegators(i), List.copyOf(word.delegators));
            }
        }
    }

    private static String datasets(int word) {
        return "datasets_with_" + word;
    }

    private static String delegators(int word) {
        return "delegators_with_" + word;
    }
}
