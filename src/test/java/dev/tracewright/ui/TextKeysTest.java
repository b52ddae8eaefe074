package dev.tracewright.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tracewright.exchange.ColumnMapping;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.TemplateRole;
import dev.tracewright.llm.Dialect;
import dev.tracewright.settings.Settings;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Candidate;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.annotate.AnswerValue;
import dev.tracewright.ui.annotate.ContradictionViewModel;
import dev.tracewright.ui.runs.StudyDraft;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.Doubt;
import dev.tracewright.work.QueueFilter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the window is there, and none is there for nothing. */
class TextKeysTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/tracewright");
    private static final Path TEXTS = Path.of("src/main/resources/dev/tracewright/ui/texts.properties");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:[.-][a-z0-9_-]+)+");
    /** {@code "id", "group", Material…} as an action is declared. */
    private static final Pattern ACTION = Pattern.compile(
            "Action\\.(?:always|when)\\((?:[^;]*?,)?\\s*\"([a-z.-]+)\",\\s*\"([a-z]+)\",\\s*[A-Z]", Pattern.DOTALL);

    /** The exports are declared by a helper that takes the id, and so are the statuses. */
    private static final Pattern EXPORT = Pattern.compile("\\b(?:export\\(|status\\(settable, )\"([a-z.-]+)\",");

    private static final Properties WORDS = words();
    private static final String CODE = code();
    private static final Set<String> LITERALS =
            LITERAL.matcher(CODE).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));

    /** What follows each prefix that the code puts before something computed. */
    private static final Map<String, List<String>> COMPUTED = new TreeMap<>(Map.ofEntries(
            Map.entry("approach.", keys(Approach.values(), Approach::key)),
            Map.entry("approach.short.", keys(Approach.values(), Approach::key)),
            Map.entry("considered.", keys(Candidate.Where.values(), Candidate.Where::key)),
            Map.entry("finding.", keys(Finding.values(), Finding::key)),
            Map.entry("link.kind.", keys(Segment.Kind.values(), Segment.Kind::key)),
            Map.entry("finish.", keys(FinishReason.values(), TextKeysTest::lower)),
            Map.entry("flag.", keys(Flag.values(), Flag::key)),
            Map.entry("meaning.", keys(ColumnMapping.Meaning.values(), ColumnMapping.Meaning::key)),
            Map.entry("origin.", keys(Plan.Origin.values(), TextKeysTest::lower)),
            Map.entry(
                    "output.no-text.",
                    Stream.of(StepStatus.values())
                            .filter(status -> status != StepStatus.SKIPPED)
                            .map(StepStatus::key)
                            .toList()),
            Map.entry("queue.state.", keys(QueueFilter.State.values(), TextKeysTest::lower)),
            Map.entry("segment.", segments()),
            Map.entry(
                    "settings.dialect.",
                    Stream.of(Dialect.values())
                            .map(TextKeysTest::lower)
                            .flatMap(name -> Stream.of(name, name + ".text"))
                            .toList()),
            Map.entry("settings.theme.", keys(Theme.Choice.values(), TextKeysTest::lower)),
            Map.entry(
                    "state.", List.of("true", "false", "draft", "review", "reviewed", "unsolved", "open", "disputed")),
            Map.entry("status.", keys(StepStatus.values(), StepStatus::key)),
            Map.entry("suggestion.", keys(Judgement.Suggestion.values(), Judgement.Suggestion::key)),
            Map.entry("verdict.", List.of("true", "false", "stated", "reasoned")),
            Map.entry("verdict.place.", keys(AnswerValue.values(), TextKeysTest::lower)),
            Map.entry("doubt.", keys(Doubt.values(), Doubt::key)),
            Map.entry("contradiction.way.", keys(ContradictionViewModel.Way.values(), TextKeysTest::lower)),
            Map.entry("settings.blind.", keys(Settings.Blind.values(), TextKeysTest::lower)),
            Map.entry(
                    "runs.phase.",
                    Stream.concat(
                                    Stream.of("closed"),
                                    Stream.of(RunProgress.Phase.values()).map(RunProgress.Phase::key))
                            .toList()),
            Map.entry("runs.form.sample.", keys(StudyDraft.SampleKind.values(), TextKeysTest::lower)),
            Map.entry("runs.form.review.", keys(StudyDraft.ReviewKind.values(), TextKeysTest::lower)),
            Map.entry("runs.role.", keys(TemplateRole.values(), TemplateRole::key)),
            Map.entry(
                    "runs.setting.",
                    List.of("temperature", "top-p", "max-tokens", "context", "seed", "system", "stop")),
            Map.entry(
                    "inspect.column.",
                    List.of(
                            "approach",
                            "delegator",
                            "version",
                            "solver",
                            "verdict",
                            "stated",
                            "number",
                            "step",
                            "status",
                            "output")),
            Map.entry("figure.copy.", List.of("tsv", "markdown", "latex", "csv", "text", "picture")),
            Map.entry("figure.save.", List.of("tsv", "markdown", "latex", "csv", "text", "svg", "png", "title")),
            Map.entry(
                    "results.facet.",
                    List.of(
                            "datasets",
                            "approaches",
                            "delegators",
                            "solvers",
                            "annotators",
                            "adjudicators",
                            "levels",
                            "subjects",
                            "findings",
                            "flags",
                            "accessible")),
            Map.entry("runs.ended.", List.of("done", "stopped", "in_review")),
            Map.entry("action.", ids()),
            Map.entry("action.group.", groups())));

    private static List<String> segments() {
        return Stream.concat(
                        Stream.of(Segment.Kind.values())
                                .filter(kind -> kind != Segment.Kind.STEP)
                                .map(Segment.Kind::key),
                        Stream.of("added", "again", "elsewhere", "unlinked"))
                .toList();
    }

    private static Properties words() {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS)) {
            words.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }

    /** The sources of window and composition, without comments. */
    private static String code() {
        StringBuilder code = new StringBuilder();
        for (String part : new String[] {"ui", "app"}) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(part))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    code.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return code.toString().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static <T> List<String> keys(T[] values, Function<T, String> key) {
        return Arrays.stream(values).map(key).toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The ids of all actions that are declared. */
    private static List<String> ids() {
        return Stream.concat(
                        ACTION.matcher(CODE).results().map(found -> found.group(1)),
                        EXPORT.matcher(CODE).results().map(found -> found.group(1)))
                .distinct()
                .toList();
    }

    /** The groups of all actions that are declared. */
    private static List<String> groups() {
        return ACTION.matcher(CODE)
                .results()
                .map(found -> found.group(2))
                .distinct()
                .toList();
    }

    private static Set<String> known() {
        return WORDS.stringPropertyNames();
    }

    /** The keys that the code asks for, as far as they can be told from its literals and the values that exist. */
    private static Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        COMPUTED.forEach((prefix, rest) -> rest.forEach(end -> asked.add(prefix + end)));
        LITERALS.stream().filter(known()::contains).forEach(asked::add);
        LITERALS.stream()
                .filter(literal -> CODE.contains("new SettingItem<>(\"" + literal + "\"")
                        || Pattern.compile("new SettingItem<>\\(\\s*\"" + Pattern.quote(literal) + "\"")
                                .matcher(CODE)
                                .find())
                .forEach(literal -> asked.addAll(List.of(literal, literal + ".text")));
        for (String id : List.of("label.extra", "label.mismatch", "label.analysis")) {
            asked.add("action." + id + ".hint");
        }
        return asked;
    }

    @Test
    void actions_and_literals_are_found_at_all() {
        assertThat(ids()).contains("label.true", "steps.merge", "solve", "delegate", "window.theme");
        assertThat(groups()).contains("label", "go", "steps", "model", "window");
        assertThat(LITERALS).contains("grid.blank", "shell.retry", "models.offline");
        long declared = Pattern.compile("Action\\.(?:always|when)\\(")
                .matcher(CODE)
                .results()
                .count();
        long exports = EXPORT.matcher(CODE).results().count();
        assertThat(exports).isPositive();
        // The exports share one declaration, whose id is no literal; so do the statuses.
        assertThat(ids()).hasSize((int) (declared - 2 + exports));
    }

    @Test
    void every_key_that_is_asked_for_has_words() {
        assertThat(known()).containsAll(asked());
    }

    @Test
    void every_literal_that_looks_like_a_key_is_one() {
        Set<String> roots = known().stream()
                .filter(key -> key.indexOf('.') > 0)
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> actions = Set.copyOf(ids());
        Set<String> unknown = LITERALS.stream()
                .filter(literal -> KEY.matcher(literal).matches() && literal.indexOf('.') > 0)
                .filter(literal -> roots.contains(literal.substring(0, literal.indexOf('.'))))
                .filter(literal -> !known().contains(literal) && !actions.contains(literal))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_literal_given_to_texts_directly_is_a_key() {
        Matcher calls =
                Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]*)\"\\s*[,)]").matcher(CODE);
        Set<String> direct = calls.results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(direct).hasSizeGreaterThan(100);
        assertThat(known()).containsAll(direct);
    }

    @Test
    void every_prefix_before_something_computed_is_listed_here() {
        Matcher prefixes = Pattern.compile("Texts\\s*\\.of\\([^;]*?\"([a-z.-]+\\.)\"\\s*\\+")
                .matcher(CODE);
        Set<String> found = prefixes.results().map(match -> match.group(1)).collect(Collectors.toSet());
        assertThat(found).hasSizeGreaterThan(8);
        assertThat(COMPUTED.keySet()).containsAll(found);
        assertThat(LITERALS).containsAll(COMPUTED.keySet());
    }

    @Test
    void no_words_are_there_for_nothing() {
        Set<String> idle = new TreeSet<>(known());
        idle.removeAll(asked());
        assertThat(idle).isEmpty();
    }

    @Test
    void every_pattern_is_one_that_java_can_fill() {
        Object[] values = {1, 2, 3, 4};
        for (String key : known()) {
            String pattern = WORDS.getProperty(key);
            assertThatCode(() -> new MessageFormat(pattern, Locale.ENGLISH))
                    .as(key)
                    .doesNotThrowAnyException();
            String filled = new MessageFormat(pattern, Locale.ENGLISH).format(values);
            assertThat(filled).as(key).doesNotContain("{");
            long quotes = pattern.chars().filter(c -> c == '\'').count();
            long shown = filled.chars().filter(c -> c == '\'').count();
            assertThat(quotes).as("%s doubles its single quotes", key).isEqualTo(2 * shown);
        }
    }
}
