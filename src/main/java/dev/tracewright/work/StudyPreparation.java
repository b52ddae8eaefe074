package dev.tracewright.work;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyCalls;
import dev.tracewright.experiment.StudyCheck;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudySample;
import dev.tracewright.experiment.TemplateLibrary;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what a plan lacks here and now and what it will take, with the problems and models that there are. */
final class StudyPreparation {
    private final StudyPlan plan;
    private final StudyServers servers;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private StudyPreparation(StudyPlan plan, StudyServers servers) {
        this.plan = plan;
        this.servers = servers;
    }

    /** @param answered how many of some calls have an answer already */
    static PreparedStudy prepare(
            StudyPlan plan,
            StudySource.Loaded loaded,
            StudyServers servers,
            ToLongFunction<Iterable<StudyCall>> answered) {
        return new StudyPreparation(plan, servers).prepare(loaded, answered);
    }

    private PreparedStudy prepare(StudySource.Loaded loaded, ToLongFunction<Iterable<StudyCall>> answered) {
        boolean readable = loaded.trouble() == null;
        if (!readable) {
            troubles.add(loaded.trouble());
        }
        troubles.addAll(StudyCheck.problems(
                plan, TemplateLibrary.BUILT_IN, servers.models(), readable ? loaded.problems() : null));
        notes.addAll(loaded.notes());
        List<Problem> chosen = readable ? StudySample.of(plan, loaded.problems()) : List.of();
        keys();
        Estimate estimate = estimate(chosen);
        if (estimate != null) {
            budget(estimate);
        }
        withoutAnswer(chosen);
        long known =
                troubles.isEmpty() ? answered.applyAsLong(new StudyCalls(plan, TemplateLibrary.BUILT_IN, chosen)) : 0;
        return new PreparedStudy(plan, chosen, troubles, notes, estimate, known);
    }

    /** Endpoints that cannot be asked now, each told once. */
    private void keys() {
        Set<String> endpoints = new LinkedHashSet<>();
        plan.models().delegators().forEach(model -> endpoints.add(model.endpoint()));
        plan.models().solvers().forEach(model -> endpoints.add(model.endpoint()));
        ModelRef verifier = plan.models().verifier();
        if (verifier != null && plan.review().by() == Review.By.VERIFIER) {
            endpoints.add(verifier.endpoint());
            if (verifier.endpoint().equals(StudyServers.OFFLINE)) {
                troubles.add("The verifier " + verifier + " is an offline demonstration model and cannot check steps.");
            }
        }
        for (String endpoint : endpoints) {
            String trouble = servers.trouble(endpoint);
            if (trouble != null) {
                troubles.add(trouble);
            }
        }
    }

    /** Null where the templates cannot be used, which is among the troubles then. */
    private @Nullable Estimate estimate(List<Problem> chosen) {
        try {
            return Estimate.of(plan, TemplateLibrary.BUILT_IN, chosen, Estimate.Assumptions.DEFAULT, servers::price);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A limit of money that nobody could keep is none. */
    private void budget(Estimate estimate) {
        Money limit = plan.budget().money();
        if (limit != null) {
            if (!estimate.unpriced().isEmpty()) {
                troubles.add("The budget limits the money, and the price of " + names(estimate.unpriced())
                        + " is unknown; say it in the settings, or limit the tokens.");
            }
            Set<String> others = new TreeSet<>();
            estimate.money().forEach(money -> others.add(money.currency()));
            others.remove(limit.currency());
            if (!others.isEmpty()) {
                troubles.add("The budget is in " + limit.currency() + ", and there are prices in "
                        + String.join(" and ", others) + "; they cannot be added.");
            }
            for (Money money : estimate.money()) {
                if (limit.amount().signum() == 0 && money.amount().signum() > 0) {
                    troubles.add("The budget is 0, and the study would cost about " + money + ".");
                } else if (money.currency().equals(limit.currency())
                        && money.amount().compareTo(limit.amount()) > 0) {
                    notes.add("The estimate of " + money + " is more than the budget of " + limit
                            + "; the study will stop before its end.");
                }
            }
        }
        Long tokens = plan.budget().tokens();
        if (tokens != null && estimate.tokensIn() + estimate.tokensOut() > tokens) {
            notes.add("The estimate of " + (estimate.tokensIn() + estimate.tokensOut())
                    + " tokens is more than the budget of " + tokens + "; the study will stop before its end.");
        }
    }

    private static String names(List<ModelRef> models) {
        return models.stream().map(ModelRef::toString).collect(Collectors.joining(" and "));
    }

    private void withoutAnswer(List<Problem> chosen) {
        long without =
                chosen.stream().filter(problem -> problem.answer().isBlank()).count();
        if (without > 0 && without < chosen.size()) {
            notes.add(without + " of the " + chosen.size()
                    + " chosen problems have no answer in the data set; outputs for them cannot be judged.");
        }
    }
}
