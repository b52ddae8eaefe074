package dev.tracewright.work;

import dev.tracewright.align.Equation;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * An equation of a trace that does not hold, with the place a person is led to.
 *
 * @param text the equation as it is written, on one line
 * @param step the number of the delegated step in which it stands, or whose work its passage performs first; 0 for none
 * @param segment position of the passage of the output, or -1 where it stands in the delegated steps
 */
public record FalseEquation(String text, int step, int segment) {

    /** The false equations of a trace: those of the output in order, then those of the delegated steps. */
    public static List<FalseEquation> in(Sheet sheet) {
        return in(
                sheet.steps(),
                sheet.output(),
                sheet.alignment().segments(),
                sheet.equations(),
                sheet.checks().stepEquations());
    }

    /** The false ones among the equations of an output in order, then those of the delegated steps. */
    static List<FalseEquation> in(
            Steps steps,
            String output,
            List<Segment> segments,
            List<Equation> equations,
            List<Equation> stepEquations) {
        List<FalseEquation> found = new ArrayList<>();
        int at = 0;
        for (Equation equation : equations) {
            while (at < segments.size() && segments.get(at).end() <= equation.start()) {
                at++;
            }
            if (!equation.holds() && at < segments.size()) {
                List<Integer> done = segments.get(at).steps();
                found.add(new FalseEquation(text(output, equation), done.isEmpty() ? 0 : done.getFirst(), at));
            }
        }
        String plan = steps.text();
        for (Equation equation : stepEquations) {
            if (!equation.holds()) {
                found.add(new FalseEquation(text(plan, equation), stepAt(steps, equation.start()), -1));
            }
        }
        return found;
    }

    private static String text(String whole, Equation equation) {
        return whole.substring(equation.start(), equation.end()).strip().replaceAll("\\s+", " ");
    }

    private static int stepAt(Steps steps, int offset) {
        for (int i = 0; i < steps.size(); i++) {
            if (offset >= steps.start(i) && offset < steps.end(i)) {
                return i + 1;
            }
        }
        return 0;
    }
}
