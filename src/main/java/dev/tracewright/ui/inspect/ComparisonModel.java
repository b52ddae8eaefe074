package dev.tracewright.ui.inspect;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.OutputDifference;
import dev.tracewright.work.SideBySide;
import dev.tracewright.work.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** One problem side by side: which one, its answers, whether their authors are named, and which two are compared. */
public final class ComparisonModel {
    private final OpenSession session;
    private final TaskRunner tasks;
    private final Supplier<ResultFilter> filter;
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable SideBySide> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> compared = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable OutputDifference> difference = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final BooleanProperty hideNames = new SimpleBooleanProperty();
    private @Nullable Problem wanted;
    private long newest;
    private long newestDifference;

    /**
     * @param tasks runs what takes time
     * @param filter says whose verdicts count
     */
    public ComparisonModel(OpenSession session, TaskRunner tasks, Supplier<ResultFilter> filter) {
        this.session = session;
        this.tasks = tasks;
        this.filter = filter;
    }

    /** The problems that somebody answered, in queue order. */
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** The problem with its answers, or null before one was read. */
    public ReadOnlyObjectProperty<@Nullable SideBySide> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The keys of the answers that are chosen for comparing: none, one or two. */
    public ReadOnlyObjectProperty<List<String>> compared() {
        return compared.getReadOnlyProperty();
    }

    /** Where the two that are compared part, the first chosen first; null while there are no two. */
    public ReadOnlyObjectProperty<@Nullable OutputDifference> difference() {
        return difference.getReadOnlyProperty();
    }

    /** What went wrong last, as a sentence; empty for nothing. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether delegators and solvers are called by letters. */
    public BooleanProperty hideNames() {
        return hideNames;
    }

    /** Takes in what is in the queue now, and shows the chosen problem as it is now. */
    public void refresh() {
        List<Problem> found = SideBySide.problems(session.queue().items());
        problems.set(found);
        ItemRow current = session.queue().current().get();
        Problem before = wanted;
        if (before != null && found.contains(before)) {
            read(before);
        } else if (current != null && found.contains(current.problem())) {
            choose(current.problem());
        } else if (!found.isEmpty()) {
            choose(found.getFirst());
        } else {
            shown.set(null);
        }
    }

    /** Shows another problem. */
    public void choose(Problem problem) {
        if (!problem.equals(wanted)) {
            wanted = problem;
            compare(List.of());
            read(problem);
        }
    }

    /** Goes {@code by} problems forward, or back where negative; stops at the ends. */
    public void move(int by) {
        Problem now = wanted;
        List<Problem> all = problems.get();
        if (now != null && !all.isEmpty()) {
            choose(all.get(Math.clamp(all.indexOf(now) + by, 0, all.size() - 1)));
        }
    }

    private void read(Problem problem) {
        long mine = ++newest;
        List<ItemRow> items = session.queue().items();
        ResultFilter counting = filter.get();
        tasks.run(
                () -> SideBySide.of(session, items, problem, counting),
                read -> {
                    if (mine == newest) {
                        trouble.set("");
                        leaveThoseNotIn(read);
                        shown.set(read);
                    }
                },
                failure -> {
                    if (mine == newest) {
                        failed(failure);
                    }
                });
    }

    /** Leaves answers to another problem, chosen while this one was read. */
    private void leaveThoseNotIn(SideBySide read) {
        Set<String> there = read.answers().stream().map(SideBySide.Answer::key).collect(Collectors.toSet());
        if (!there.containsAll(compared.get())) {
            compare(List.of());
        }
    }

    /** Chooses an answer for comparing, or leaves it; of more than two the last two stay. */
    public void toggle(String key) {
        List<String> now = new ArrayList<>(compared.get());
        if (!now.remove(key)) {
            now.add(key);
        }
        compare(now.subList(Math.max(0, now.size() - 2), now.size()));
    }

    private void compare(List<String> keys) {
        compared.set(List.copyOf(keys));
        difference.set(null);
        long mine = ++newestDifference;
        SideBySide now = shown.get();
        if (keys.size() == 2 && now != null) {
            String one = output(now, keys.get(0));
            String other = output(now, keys.get(1));
            tasks.run(
                    () -> OutputDifference.of(one, other),
                    found -> {
                        if (mine == newestDifference) {
                            difference.set(found);
                        }
                    },
                    failure -> {
                        if (mine == newestDifference) {
                            failed(failure);
                        }
                    });
        }
    }

    private void failed(Throwable failure) {
        trouble.set(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }

    private static String output(SideBySide shown, String key) {
        return shown.answers().stream()
                .filter(answer -> answer.key().equals(key))
                .map(SideBySide.Answer::output)
                .findFirst()
                .orElse("");
    }

    /** What a solver is called on the screen: its name, or a letter where names are hidden. */
    public String solver(SideBySide in, String name) {
        return called(
                in.answers().stream().map(SideBySide.Answer::solver).distinct().toList(), name, "inspect.solver");
    }

    /** What a delegator is called on the screen. */
    public String delegator(SideBySide in, String name) {
        return called(
                in.groups().stream()
                        .map(SideBySide.Group::delegator)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList(),
                name,
                "inspect.delegator");
    }

    private String called(List<String> names, String name, String key) {
        if (!hideNames.get()) {
            return name;
        }
        int place = names.indexOf(name);
        String letter = place < 26 ? String.valueOf((char) ('A' + place)) : String.valueOf(place + 1);
        return Texts.of(key, letter);
    }
}
