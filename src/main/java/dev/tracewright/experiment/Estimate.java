package dev.tracewright.experiment;

import dev.tracewright.experiment.StudyCells.DelegationCell;
import dev.tracewright.experiment.StudyCells.SolutionCell;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a study will ask and cost, told before anything is sent. Calls are counted exactly; tokens and money are guesses from
 * {@link TokenCount} and {@link Assumptions}, without retries.
 *
 * @param lines one for each model, in the order in which they are first asked
 * @param assumptions what it rests on
 */
public record Estimate(List<Line> lines, Assumptions assumptions) {
    /**
     * How long outputs are thought to be, in tokens each; the limit of the settings caps them. The defaults are round figures
     * for school problems and models that do not think aloud first; those that do may write ten times as much.
     *
     * @param delegation the steps that a delegator or a verifier writes, which then stand in the solver's prompt
     * @param standard an answer to the bare question
     * @param chainOfThought an answer step by step
     * @param planAndSolve an answer with its own plan
     * @param traceOfThought an answer along delegated steps
     */
    public record Assumptions(int delegation, int standard, int chainOfThought, int planAndSolve, int traceOfThought) {
        public static final Assumptions DEFAULT = new Assumptions(250, 200, 300, 350, 300);

        /** @throws IllegalArgumentException when a length is negative */
        public Assumptions {
            if (Math.min(
                            Math.min(delegation, standard),
                            Math.min(chainOfThought, Math.min(planAndSolve, traceOfThought)))
                    < 0) {
                throw new IllegalArgumentException("The assumed length of an output is not negative.");
            }
        }

        /** The assumed output of a solver under this approach. */
        public int of(Approach approach) {
            return switch (approach) {
                case STANDARD -> standard;
                case CHAIN_OF_THOUGHT -> chainOfThought;
                case PLAN_AND_SOLVE -> planAndSolve;
                case TRACE_OF_THOUGHT -> traceOfThought;
            };
        }
    }

    /**
     * What a model costs.
     *
     * @param prompt the price of a million prompt tokens
     * @param output the price of a million output tokens, in the same currency
     */
    public record Price(Money prompt, Money output) {
        private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

        /** @throws IllegalArgumentException when the currencies differ */
        public Price {
            if (!prompt.currency().equals(output.currency())) {
                throw new IllegalArgumentException("The prices of a model have one currency, not " + prompt.currency()
                        + " and " + output.currency() + ".");
            }
        }

        /** What these tokens cost, to a millionth of the currency. */
        Money of(long tokensIn, long tokensOut) {
            BigDecimal sum = prompt.amount()
                    .multiply(BigDecimal.valueOf(tokensIn))
                    .add(output.amount().multiply(BigDecimal.valueOf(tokensOut)));
            return new Money(sum.divide(MILLION, 6, RoundingMode.HALF_UP), prompt.currency());
        }
    }

    /**
     * The share of one model.
     *
     * @param delegations how often it is asked for steps
     * @param solutions how often it is asked for an answer
     * @param verifications how often it is asked about steps
     * @param tokensIn guessed tokens of all prompts
     * @param tokensOut guessed tokens of all outputs
     * @param money guessed cost, or null when its price is unknown
     */
    public record Line(
            ModelRef model,
            long delegations,
            long solutions,
            long verifications,
            long tokensIn,
            long tokensOut,
            @Nullable Money money) {
        public long calls() {
            return delegations + solutions + verifications;
        }
    }

    public Estimate {
        lines = List.copyOf(lines);
    }

    /**
     * Estimates a plan; the time it takes does not grow with the repetitions, and no call is made up for it.
     *
     * @param problems the chosen ones ({@link StudySample}), each once
     * @param prices what a model costs, or null where that is unknown; a model that costs nothing has a price of 0
     * @throws IllegalArgumentException in a sentence, as {@link StudyCalls} does
     */
    public static Estimate of(
            StudyPlan plan,
            TemplateLibrary library,
            Collection<Problem> problems,
            Assumptions assumptions,
            Function<ModelRef, @Nullable Price> prices) {
        StudyCells cells = StudyCells.of(plan, library);
        Map<ModelRef, Sum> sums = new LinkedHashMap<>();
        long steps = capped(assumptions.delegation(), plan.delegation());
        long delegationSystem = system(plan.delegation());
        long solutionSystem = system(plan.solution());
        for (Problem problem : problems) {
            Map<PromptTemplate, Long> lengths = new LinkedHashMap<>();
            for (DelegationCell cell : cells.delegations()) {
                Sum sum = sums.computeIfAbsent(cell.model(), model -> new Sum());
                sum.delegations++;
                sum.in += delegationSystem
                        + lengths.computeIfAbsent(
                                cell.template().template(),
                                template -> TokenCount.of(template.fill(problem.question())));
                sum.out += steps;
            }
            int checked = cells.verifications(plan, problem).size();
            if (checked > 0) {
                ModelRef verifier = Objects.requireNonNull(plan.models().verifier());
                Sum sum = sums.computeIfAbsent(verifier, model -> new Sum());
                long prompt = TokenCount.of(Verification.TEMPLATE.fill(problem.question(), ""));
                sum.verifications += checked;
                sum.in += checked * (delegationSystem + prompt + steps);
                sum.out += checked * steps;
            }
            for (SolutionCell cell : cells.solutions()) {
                Sum sum = sums.computeIfAbsent(cell.model(), model -> new Sum());
                int arms = StudyCells.arms(plan, cell, problem).size();
                long prompt = lengths.computeIfAbsent(
                        cell.template().template(),
                        template -> TokenCount.of(TemplateLibrary.preview(cell.template(), problem, "")));
                sum.solutions += arms;
                sum.in += arms * (solutionSystem + prompt + (cell.delegation() == null ? 0 : steps));
                sum.out += arms * capped(assumptions.of(cell.approach()), plan.solution());
            }
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((model, sum) -> lines.add(sum.line(model, plan.repetitions(), prices.apply(model))));
        return new Estimate(lines, assumptions);
    }

    private static final class Sum {
        private long delegations;
        private long solutions;
        private long verifications;
        private long in;
        private long out;

        Line line(ModelRef model, int repetitions, @Nullable Price price) {
            long allIn = in * repetitions;
            long allOut = out * repetitions;
            return new Line(
                    model,
                    delegations * repetitions,
                    solutions * repetitions,
                    verifications * repetitions,
                    allIn,
                    allOut,
                    price == null ? null : price.of(allIn, allOut));
        }
    }

    private static long capped(int assumed, CallSettings settings) {
        Integer most = settings.maxTokens();
        return most == null ? assumed : Math.min(assumed, most);
    }

    private static long system(CallSettings settings) {
        String system = settings.system();
        return system == null ? 0 : TokenCount.of(system);
    }

    public long calls() {
        return lines.stream().mapToLong(Line::calls).sum();
    }

    public long tokensIn() {
        return lines.stream().mapToLong(Line::tokensIn).sum();
    }

    public long tokensOut() {
        return lines.stream().mapToLong(Line::tokensOut).sum();
    }

    /** The cost of the models with known prices, one amount for each currency; empty where no price is known. */
    public List<Money> money() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Line line : lines) {
            if (line.money() != null) {
                sums.merge(line.money().currency(), line.money().amount(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }

    /** The models whose prices are unknown; while there are any, {@link #money} is only a part of the cost. */
    public List<ModelRef> unpriced() {
        return lines.stream()
                .filter(line -> line.money() == null)
                .map(Line::model)
                .toList();
    }
}
