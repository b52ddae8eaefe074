package dev.tracewright.ui.control;

import dev.tracewright.ui.formula.FormulaNode;
import dev.tracewright.ui.formula.FormulaRenderer;
import dev.tracewright.ui.formula.MathSpan;
import dev.tracewright.ui.formula.MathSpans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/**
 * Text as a model or data set wrote it: formulas set, {@code **bold**} shown bold, marked places lit from behind. Everything
 * else is shown verbatim, and nothing is ever executed.
 */
public final class RichText extends TextFlow {
    /** Longer texts are cut here until a person asks for the rest; layout of a flow is not linear in its length. */
    public static final int SHOWN_AT_ONCE = 6_000;

    private static final int STRONG_TEXT = 1;
    private static final int HIDDEN = 2;
    private static final FormulaRenderer FORMULAS = new FormulaRenderer();

    /** {@code **words**} on one line, as Markdown has it; {@code 2**3} is none. */
    private static final Pattern STRONG =
            Pattern.compile("(?<![\\w*])\\*\\*(?=[^\\s*])([^\\n*]++)(?<=\\S)\\*\\*(?![\\w*])");

    /** Asterisks left over at the edge of a line, because the other half stands in a step's marker or nowhere. */
    private static final Pattern LEFT_OVER = Pattern.compile("(?m)^\\*\\*(?=\\S)|(?<=\\S)\\*\\*[ \\t]*+$");

    private record Lit(int from, int to, String style) {}

    private record Look(boolean struck, String hint) {}

    private final List<Lit> lit = new ArrayList<>();
    private final List<Path> lights = new ArrayList<>();
    private final List<Path> lines = new ArrayList<>();
    private int flowLength;

    /**
     * @param text the whole text
     * @param marks lit places, in offsets of {@code text}
     * @param fontPixels the size of the text in pixels, for formulas
     */
    public RichText(String text, List<Mark> marks, double fontPixels) {
        this(text, 0, text.length(), marks, fontPixels);
    }

    /**
     * Shows a part of a text.
     *
     * @param text the whole text
     * @param from the first shown offset
     * @param to the offset after the last shown character
     * @param marks lit places, in offsets of {@code text}
     * @param fontPixels the size of the text in pixels, for formulas
     */
    public RichText(String text, int from, int to, List<Mark> marks, double fontPixels) {
        getStyleClass().add("rich-text");
        build(text, from, to, marks, fontPixels);
        for (Lit light : lit) {
            Path path = new Path();
            path.setManaged(false);
            path.getStyleClass().setAll("mark", light.style());
            lights.add(path);
            Path line = new Path();
            line.setManaged(false);
            line.getStyleClass().setAll("line", Mark.line(light.style()));
            line.setVisible(!Mark.line(light.style()).isEmpty());
            lines.add(line);
        }
        getChildren().addAll(0, lights);
        getChildren().addAll(lines);
        setAccessibleText(text.substring(from, Math.min(to, from + SHOWN_AT_ONCE)));
    }

    /** Prepares formula fonts; slow once, so call it off the screen before the first formula is shown. */
    public static void warmUp() {
        FORMULAS.warmUp();
    }

    /** LaTeX set as a formula, or null where it cannot be set. */
    public static @Nullable Node formula(String latex, double fontPixels) {
        return FORMULAS.shape(latex, true)
                .map(shape -> new FormulaNode(shape, latex, fontPixels))
                .orElse(null);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (int i = 0; i < lit.size(); i++) {
            Lit light = lit.get(i);
            PathElement[] shape = getRangeShape(light.from(), light.to(), false);
            lights.get(i).getElements().setAll(shape);
            if (lines.get(i).isVisible()) {
                lines.get(i).getElements().setAll(below(shape));
            }
        }
    }

    /** The lower edge of each part of a shape that is made of boxes; one path can be dashed where a filled line cannot. */
    private static List<PathElement> below(PathElement[] shape) {
        List<PathElement> edges = new ArrayList<>();
        double left = 0;
        double right = 0;
        double bottom = 0;
        for (PathElement element : shape) {
            switch (element) {
                case MoveTo start -> {
                    addEdge(edges, left, right, bottom);
                    left = start.getX();
                    right = left;
                    bottom = start.getY();
                }
                case LineTo corner -> {
                    left = Math.min(left, corner.getX());
                    right = Math.max(right, corner.getX());
                    bottom = Math.max(bottom, corner.getY());
                }
                default -> {}
            }
        }
        addEdge(edges, left, right, bottom);
        return edges;
    }

    private static void addEdge(List<PathElement> edges, double left, double right, double bottom) {
        if (right > left) {
            edges.add(new MoveTo(left, bottom - 1));
            edges.add(new LineTo(right, bottom - 1));
        }
    }

    private void build(String text, int from, int to, List<Mark> marks, double fontPixels) {
        List<MathSpan> formulas = MathSpans.find(text.substring(from, to));
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        for (Mark mark : marks) {
            if (mark.start() < to && mark.end() > from) {
                cuts.add(Math.max(mark.start(), from));
                cuts.add(Math.min(mark.end(), to));
            }
        }
        List<Mark> ordered = marks.stream()
                .filter(mark -> mark.start() < to && mark.end() > from)
                .sorted(Comparator.comparingInt(Mark::start))
                .toList();
        int[] flowAt = new int[to - from + 1];
        int[] bold = emphasis(text, from, to);
        int at = from;
        int formula = 0;
        while (at < to) {
            while (formula < formulas.size() && from + formulas.get(formula).start() < at) {
                formula++;
            }
            if (formula < formulas.size() && from + formulas.get(formula).start() == at) {
                MathSpan span = formulas.get(formula);
                int end = from + span.end();
                Node node =
                        formulaNode(text.substring(from + span.bodyStart(), from + span.bodyEnd()), span, fontPixels);
                if (node != null) {
                    for (int i = at; i < end; i++) {
                        flowAt[i - from] = flowLength;
                    }
                    flowLength++;
                    explain(node, hint(ordered, at));
                    getChildren().add(node);
                    addSigns(ordered, at, end);
                    at = end;
                    continue;
                }
                addText(text.substring(at, end), false, look(ordered, at), flowAt, at - from);
                addSigns(ordered, at, end);
                at = end;
                continue;
            }
            int next = formula < formulas.size() ? from + formulas.get(formula).start() : to;
            Integer cut = cuts.higher(at);
            int end = Math.min(next, cut == null ? to : cut);
            addPlain(bold, text.substring(at, end), look(ordered, at), flowAt, at - from);
            addSigns(ordered, at, end);
            at = end;
        }
        flowAt[to - from] = flowLength;
        for (Mark mark : ordered) {
            int lightFrom = flowAt[Math.max(mark.start(), from) - from];
            int lightTo = flowAt[Math.min(mark.end(), to) - from];
            lit.add(new Lit(lightFrom, Math.max(lightTo, lightFrom + 1), mark.style())); // a formula is lit whole
        }
    }

    private static @Nullable Node formulaNode(String body, MathSpan span, double fontPixels) {
        return FORMULAS.shape(body, span.display())
                .map(shape -> new FormulaNode(shape, body, fontPixels))
                .orElse(null);
    }

    /** Adds text without the asterisks of Markdown, words between them bold. */
    private void addPlain(int[] bold, String piece, Look look, int[] flowAt, int offset) {
        int at = 0;
        while (at < piece.length()) {
            int kind = bold[offset + at];
            int end = at + 1;
            while (end < piece.length() && bold[offset + end] == kind) {
                end++;
            }
            if (kind == HIDDEN) {
                for (int i = at; i < end; i++) {
                    flowAt[offset + i] = flowLength;
                }
            } else {
                addText(piece.substring(at, end), kind == STRONG_TEXT, look, flowAt, offset + at);
            }
            at = end;
        }
    }

    /** For each character whether it is plain, bold, or an asterisk of Markdown that is not shown. */
    private static int[] emphasis(String text, int from, int to) {
        int[] kinds = new int[to - from];
        Matcher strong = STRONG.matcher(text).region(from, to);
        while (strong.find()) {
            Arrays.fill(kinds, strong.start() - from, strong.end() - from, HIDDEN);
            Arrays.fill(kinds, strong.start(1) - from, strong.end(1) - from, STRONG_TEXT);
        }
        Matcher rest = LEFT_OVER.matcher(text).region(from, to);
        while (rest.find()) {
            for (int i = rest.start() - from; i < rest.end() - from; i++) {
                if (kinds[i] == 0 && text.charAt(from + i) == '*') {
                    kinds[i] = HIDDEN;
                }
            }
        }
        return kinds;
    }

    private void addText(String piece, boolean bold, Look look, int[] flowAt, int offset) {
        for (int i = 0; i < piece.length(); i++) {
            flowAt[offset + i] = flowLength + i;
        }
        flowLength += piece.length();
        Text node = new Text(printable(piece));
        if (bold) {
            node.getStyleClass().add("strong");
        }
        if (look.struck()) {
            node.getStyleClass().add("struck");
        }
        explain(node, look.hint());
        getChildren().add(node);
    }

    private static Look look(List<Mark> marks, int at) {
        boolean struck = marks.stream()
                .anyMatch(mark -> mark.style().equals(Mark.REMOVED) && mark.start() <= at && at < mark.end());
        return new Look(struck, hint(marks, at));
    }

    private static String hint(List<Mark> marks, int at) {
        return marks.stream()
                .filter(mark -> !mark.hint().isEmpty() && mark.start() <= at && at < mark.end())
                .map(Mark::hint)
                .findFirst()
                .orElse("");
    }

    private static void explain(Node node, String hint) {
        if (!hint.isEmpty()) {
            Tooltip.install(node, new Tooltip(hint));
        }
    }

    /** Puts the signs of the marks that end behind {@code before} and not behind {@code at}. */
    private void addSigns(List<Mark> marks, int before, int at) {
        for (Mark mark : marks) {
            if (mark.end() > before && mark.end() <= at && mark.sign() != Mark.Sign.NONE) {
                FontIcon sign = sign(mark.sign());
                explain(sign, mark.hint());
                getChildren().add(sign);
                flowLength += sign.getText().length();
            }
        }
    }

    private static FontIcon sign(Mark.Sign kind) {
        FontIcon sign = new FontIcon(
                switch (kind) {
                    case CHECK -> MaterialDesignC.CHECK;
                    case DROP -> MaterialDesignW.WATER;
                    case CROSS, NONE -> MaterialDesignC.CLOSE_THICK;
                });
        sign.getStyleClass().add("sign-" + kind.name().toLowerCase(Locale.ROOT));
        return sign;
    }

    /** Control characters become visible symbols, one for one, so that offsets stay and nothing odd happens. */
    private static String printable(String piece) {
        StringBuilder shown = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == '\n' || c == '\t') {
                shown.append(c);
            } else if (c == '\r') {
                shown.append('\u200B');
            } else if (c < ' ') {
                shown.append((char) ('\u2400' + c));
            } else if (c == '\u007F' || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069')) {
                shown.append('\uFFFD');
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
