package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import dev.tracewright.trace.Approach;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Charts can be read: no word covers another, and nothing leaves the plane. */
class FigureGeometryTest {
    private record Area(String text, double left, double top, double right, double bottom) {
        boolean covers(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static Area area(Words words) {
        double width = 0.6
                * words.size()
                * words.text()
                        .codePoints()
                        .mapToDouble(c -> c > 0x2E80 ? 1 / 0.6 : 1)
                        .sum();
        double left = switch (words.anchor()) {
            case START -> words.x();
            case MIDDLE -> words.x() - width / 2;
            case END -> words.x() - width;
        };
        return new Area(
                words.text(), left, words.y() - 0.8 * words.size(), left + width, words.y() + 0.2 * words.size());
    }

    private static void reads_well(Figure figure) {
        List<Area> areas = new ArrayList<>();
        for (Figure.Mark mark : figure.marks()) {
            switch (mark) {
                case Words words -> areas.add(area(words));
                case Box box -> within(figure, box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
                case Rule rule ->
                    within(
                            figure,
                            Math.min(rule.x1(), rule.x2()),
                            Math.min(rule.y1(), rule.y2()),
                            Math.max(rule.x1(), rule.x2()),
                            Math.max(rule.y1(), rule.y2()));
            }
        }
        assertThat(areas).isNotEmpty();
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            within(figure, area.left, area.top, area.right, area.bottom);
            for (Area other : areas.subList(i + 1, areas.size())) {
                assertThat(area.covers(other))
                        .as("%s: %s over %s", figure.id(), area, other)
                        .isFalse();
            }
        }
    }

    private static void within(Figure figure, double left, double top, double right, double bottom) {
        assertThat(left).as(figure.id()).isGreaterThanOrEqualTo(0);
        assertThat(top).as(figure.id()).isGreaterThanOrEqualTo(0);
        assertThat(right).as(figure.id()).isLessThanOrEqualTo(figure.width());
        assertThat(bottom).as(figure.id()).isLessThanOrEqualTo(figure.height());
    }

    @Test
    void no_words_cover_each_other_in_the_charts_of_a_session_that_has_everything() {
        Answered answered = MadeAnswers.random(21, 6000).withSuggestions().answered();
        List<Figure> figures = new ArrayList<>(Found.figures(ResultSections.of(answered)));
        figures.addAll(Found.figures(InspectSections.of(answered)));
        assertThat(figures).hasSizeGreaterThan(10);
        figures.forEach(FigureGeometryTest::reads_well);
    }

    @Test
    void any_number_of_solvers_and_series_can_be_read_whatever_their_names() {
        Random random = new Random(22);
        List<String> names = List.of(
                "o1",
                "mistralai/Mixtral-8x22B-Instruct-v0.1",
                "通义千问2.5-72B",
                "unbrokennameofamodelthatgoesonandon",
                "GPT-4");
        for (int solvers = 1; solvers <= 20; solvers++) {
            MadeAnswers made = new MadeAnswers();
            for (int i = 0; i < solvers; i++) {
                for (Approach approach : Approach.values()) {
                    Cell cell = MadeAnswers.cell("GSM8K", approach, names.get(i % names.size()) + " " + i);
                    made.labelled(cell, random.nextInt(101), 100);
                    if (approach == Approach.TRACE_OF_THOUGHT) {
                        made.labelled(MadeAnswers.corrected(cell), 99.5, 200);
                    }
                }
            }
            Figure figure = Found.figure(ResultSections.of(made.answered()), "accuracy-gsm8k");
            reads_well(figure);
            assertThat(figure.width()).isLessThan(960);
            assertThat(figure.marks().stream()
                            .filter(mark -> mark instanceof Box box && box.hint() != null && box.opens() != null)
                            .count())
                    .isEqualTo(solvers * 5L);
        }
    }

    @Test
    void the_accuracy_stands_above_the_whisker_and_the_grid_has_its_five_lines() {
        Answered answered = new MadeAnswers()
                .labelled(MadeAnswers.cell("GSM8K", Approach.STANDARD, "GPT-4"), 94.5, 200)
                .answered();
        Figure figure = Found.figure(ResultSections.of(answered), "accuracy-gsm8k");
        List<Words> words = figure.marks().stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .toList();
        assertThat(words).extracting(Words::text).contains("94.5", "GPT-4", "Standard", "0", "25", "50", "75", "100");
        Words label =
                words.stream().filter(w -> w.text().equals("94.5")).findFirst().orElseThrow();
        double whisker = figure.marks().stream()
                .filter(mark -> mark instanceof Rule rule && rule.ink() == Ink.TEXT)
                .mapToDouble(mark -> ((Rule) mark).y1())
                .min()
                .orElseThrow();
        assertThat(label.y()).isLessThan(whisker);
        assertThat(figure.marks().stream().filter(mark -> mark instanceof Rule rule && rule.ink() == Ink.GRID))
                .hasSize(5);
    }

    @Test
    void templates_of_one_approach_are_told_apart_by_letters() {
        MadeAnswers made = new MadeAnswers();
        for (String template : List.of("paper/cot@1", "own/cot@3")) {
            made.labelled(new Cell("GSM8K", Approach.CHAIN_OF_THOUGHT, template, null, "GPT-4", false), 50, 20);
        }
        Figure figure = Found.figure(ResultSections.of(made.answered()), "accuracy-gsm8k");
        reads_well(figure);
        assertThat(figure.marks().stream().filter(Words.class::isInstance).map(mark -> ((Words) mark).text()))
                .contains("a", "b", "a Chain-of-Thought (own/cot@3)", "b Chain-of-Thought (paper/cot@1)");
    }

    @Test
    void words_on_dark_heat_are_light_and_empty_cells_are_blank() {
        Figure figure = HeatMap.of(
                "heat",
                "",
                "",
                "steps",
                List.of("1", "2", "3"),
                List.of(new HeatMap.Line(
                        "GPT-4",
                        1_010,
                        List.of(
                                new HeatMap.Cell(new Proportion(9, 10), "", null),
                                new HeatMap.Cell(new Proportion(1, 1000), "", null),
                                new HeatMap.Cell(Proportion.NONE, "", null)))),
                new DataTable("heat", "", "", List.of(), List.of(), List.of()));
        reads_well(figure);
        List<Words> words = figure.marks().stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .toList();
        assertThat(words.stream().filter(w -> w.text().equals("90")).map(Words::ink))
                .containsExactly(Ink.ON_HEAT);
        assertThat(words.stream().filter(w -> w.text().equals("<1")).map(Words::ink))
                .containsExactly(Ink.TEXT);
        assertThat(words).extracting(Words::text).contains("0 %", "100 %", "steps", "1,010");
        assertThat(figure.marks().stream().filter(mark -> mark instanceof Box box && box.hint() != null))
                .hasSize(2);
    }
}
