package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.StepStatus;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of tables and charts is there, and none is there for nothing. */
class AnalysisTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/tracewright/analysis");
    private static final Path TEXTS = Path.of("src/main/resources/dev/tracewright/analysis/texts.properties");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS)) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> literals() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file)).append('\n');
            }
        }
        String plain = code.toString().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        return LITERAL.matcher(plain)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the code can ask for: its literals, and what it makes of them and of the values that exist. */
    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String literal : literals()) {
            asked.addAll(List.of(
                    literal,
                    "column." + literal,
                    "section." + literal,
                    "section." + literal + ".note",
                    literal + ".title",
                    literal + ".note"));
        }
        Stream.of(Approach.values()).forEach(approach -> asked.add("approach." + approach.key()));
        asked.add("approach." + Approach.TRACE_OF_THOUGHT.key() + ".corrected");
        Stream.of(StepStatus.values()).forEach(status -> asked.add("status." + status.key()));
        Stream.of(Finding.values()).forEach(finding -> asked.add("finding." + finding.key()));
        Stream.of(Flag.values()).filter(Flag::personal).forEach(flag -> asked.add("flag." + flag.key()));
        Stream.of(Trait.values()).forEach(trait -> asked.add("trait." + trait.key()));
        return asked;
    }

    @Test
    void no_words_are_there_for_nothing() throws IOException {
        Set<String> idle = new TreeSet<>(words().stringPropertyNames());
        assertThat(idle).hasSizeGreaterThan(150);
        idle.removeAll(asked());
        assertThat(idle).isEmpty();
    }

    @Test
    void every_literal_that_looks_like_a_key_is_one() throws IOException {
        Set<String> known = words().stringPropertyNames();
        Set<String> roots =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> unknown = literals().stream()
                .filter(literal -> literal.matches("[a-z-]+(\\.[a-z_-]+)+"))
                .filter(literal -> roots.contains(literal.substring(0, literal.indexOf('.'))))
                .filter(literal -> !known.contains(literal))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    @Test
    void nothing_that_is_shown_is_a_key_or_a_pattern() {
        Answered answered = MadeAnswers.random(5, 4000).withSuggestions().answered();
        List<String> shown = new ArrayList<>();
        List<Section> sections = new ArrayList<>(ResultSections.of(answered));
        sections.addAll(InspectSections.of(answered));
        for (Section section : sections) {
            shown.addAll(List.of(section.title(), section.note()));
        }
        for (Figure figure : Found.figures(sections)) {
            shown.addAll(List.of(figure.title(), figure.subtitle()));
        }
        for (DataTable table : Found.tables(sections)) {
            shown.addAll(List.of(table.title(), table.note()));
            table.columns().forEach(column -> shown.add(column.head()));
            table.rows()
                    .forEach(row -> row.values().forEach(value -> {
                        shown.add(value.text());
                        shown.add(String.valueOf(value.hint()));
                    }));
            shown.addAll(table.footnotes());
        }
        assertThat(shown).hasSizeGreaterThan(1000);
        assertThat(shown).noneMatch(text -> text.matches("[a-z-]+(\\.[a-z_-]+)+") || text.contains("{"));
    }

    @Test
    void every_pattern_is_one_that_java_can_fill() throws IOException {
        Properties words = words();
        for (String key : words.stringPropertyNames()) {
            String pattern = words.getProperty(key);
            String filled = new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {2, 3, 4, 5, 6});
            assertThat(filled).as(key).doesNotContain("{");
            long quotes = pattern.chars().filter(c -> c == '\'').count();
            long left = filled.chars().filter(c -> c == '\'').count();
            assertThat(quotes).as("%s doubles its single quotes", key).isEqualTo(2 * left);
        }
    }
}
