package dev.tracewright;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The direction of the packages as a rule of the build; a change of these rules is a decision record. */
class ArchitectureTest {
    private static final String ROOT = "dev.tracewright.";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tracewright");

    /** What each part of the program may use of the others. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("trace", Set.of()),
            Map.entry("align", Set.of("trace")),
            Map.entry("answer", Set.of("trace")),
            Map.entry("analysis", Set.of("trace")),
            Map.entry("llm", Set.of("trace")),
            Map.entry("settings", Set.of("trace")),
            Map.entry("store", Set.of("trace", "analysis")),
            Map.entry("exchange", Set.of("trace", "experiment", "analysis")),
            Map.entry("experiment", Set.of("trace", "llm")),
            Map.entry("work", coreWithout()),
            Map.entry("cli", coreWith("work")),
            Map.entry("ui", coreWith("work")),
            Map.entry("app", coreWith("work", "cli", "ui")));

    private static Set<String> coreWithout() {
        return Set.of("trace", "align", "answer", "analysis", "llm", "settings", "store", "exchange", "experiment");
    }

    private static Set<String> coreWith(String... more) {
        return Stream.concat(coreWithout().stream(), Stream.of(more)).collect(java.util.stream.Collectors.toSet());
    }

    private static String[] inside(Stream<String> parts) {
        return parts.map(part -> ROOT + part + "..").toArray(String[]::new);
    }

    @Test
    void the_class_files_of_this_java_are_read() {
        assertThat(PROGRAM).hasSizeGreaterThan(200);
        assertThat(PROGRAM.get(dev.tracewright.work.Sheet.class).getDirectDependenciesFromSelf())
                .isNotEmpty();
    }

    @Test
    void every_part_of_the_program_has_its_rule() {
        classes()
                .should()
                .resideInAnyPackage(inside(USES.keySet().stream()))
                .because("the tree names the product, and a part without a rule could use everything")
                .check(PROGRAM);
    }

    @TestFactory
    Stream<DynamicTest> each_part_uses_only_what_lies_below_it() {
        return USES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + entry.getKey() + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(inside(USES.keySet().stream()
                                        .filter(other -> !other.equals(entry.getKey())
                                                && !entry.getValue().contains(other))))
                                .allowEmptyShould(true)
                                .because(
                                        "app uses ui and cli, these use work, work uses the core, the core uses trace, and siblings"
                                                + " meet in work only, so that each can be read, tested and replaced alone; but the file of a"
                                                + " study is the form of its plan, the files of a report are the form of its tables, and"
                                                + " answers are counted where they are stored")
                                .check(PROGRAM)));
    }

    @Test
    void no_packages_use_each_other_in_a_circle() {
        slices().matching("dev.tracewright.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package in pieces")
                .check(PROGRAM);
    }

    @Test
    void the_vocabulary_depends_on_nothing() {
        classes()
                .that()
                .resideInAPackage(ROOT + "trace..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "trace..", "java..", "org.jspecify..")
                .because("everybody speaks it, so it must not drag anything along")
                .check(PROGRAM);
    }

    @Test
    void only_the_window_knows_the_toolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "ui..", ROOT + "app..")
                .should()
                .dependOnClassesThat(resideInAPackage("javafx..")
                        .and(DescribedPredicate.not(resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
                .because("what a person does can be tested without a screen, and scripted")
                .check(PROGRAM);
    }

    @Test
    void observable_values_end_at_work() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "work..", ROOT + "ui..", ROOT + "app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the core is plain Java, whoever shows it")
                .check(PROGRAM);
    }

    @Test
    void only_llm_knows_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "llm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
                .because("time limits, retries, cancelling and keys are minded in one place")
                .check(PROGRAM);
    }

    @Test
    void only_store_knows_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
                .because("nothing above the store can break a session")
                .check(PROGRAM);
    }

    @Test
    void only_those_who_read_and_write_files_and_calls_know_their_formats() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "exchange..", ROOT + "llm..", ROOT + "store..", ROOT + "settings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..",
                        "com.fasterxml..",
                        "org.snakeyaml..",
                        "org.apache.commons.csv..",
                        "dev.hardwood..")
                .because("JSON, YAML, CSV and Parquet are forms of what the vocabulary says, and stay at the edge")
                .check(PROGRAM);
    }

    @Test
    void only_the_entry_knows_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..", ROOT + "app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("commands are a skin over work")
                .check(PROGRAM);
    }

    @Test
    void there_is_one_hop_to_the_screens_thread() {
        assertThat(PROGRAM.get(ROOT + "ui.Ui").getAccessesFromSelf()).anyMatch(ArchitectureTest::isRunLater);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "ui.Ui")
                .and()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .accessTargetWhere(describe("Platform.runLater", ArchitectureTest::isRunLater))
                .because("features use Ui.later or a TaskRunner, which tests run inline")
                .check(PROGRAM);
    }

    private static boolean isRunLater(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("javafx.application.Platform")
                && access.getTarget().getName().equals("runLater");
    }

    @Test
    void every_package_is_null_marked() {
        classes()
                .should(new ArchCondition<JavaClass>("live in a package whose package-info has @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " holds " + type.getSimpleName()));
                    }
                })
                .because("null is checked when the program is built, but only where it is declared")
                .check(PROGRAM);
    }
}
