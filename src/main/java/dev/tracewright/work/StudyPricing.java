package dev.tracewright.work;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.RunModels;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.trace.Outlay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models of one study, with their prices in the one currency that its costs are added in. */
final class StudyPricing implements RunModels {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final StudyServers servers;
    private final Map<ModelRef, ChatModel> opened = new ConcurrentHashMap<>();
    private final @Nullable String currency;

    StudyPricing(StudyPlan plan, StudyServers servers) {
        this.servers = servers;
        this.currency = currency(plan, servers);
    }

    /** The budget's currency, or that of the first model that costs anything, or that of a free one, or null. */
    private static @Nullable String currency(StudyPlan plan, StudyServers servers) {
        Money limit = plan.budget().money();
        if (limit != null) {
            return limit.currency();
        }
        String free = null;
        for (ModelRef model : models(plan)) {
            Estimate.Price price = servers.price(model);
            if (price != null && !isFree(price)) {
                return price.prompt().currency();
            }
            free = free == null && price != null ? price.prompt().currency() : free;
        }
        return free;
    }

    private static List<ModelRef> models(StudyPlan plan) {
        StudyModels models = plan.models();
        List<ModelRef> asked = new ArrayList<>(models.delegators());
        asked.addAll(models.solvers());
        if (models.verifier() != null && plan.review().by() == Review.By.VERIFIER) {
            asked.add(models.verifier());
        }
        return asked;
    }

    private static boolean isFree(Estimate.Price price) {
        return price.prompt().amount().signum() == 0 && price.output().amount().signum() == 0;
    }

    @Override
    public ChatModel model(ModelRef ref) {
        return opened.computeIfAbsent(ref, servers::model);
    }

    @Override
    public int parallel(String endpoint) {
        return servers.parallel(endpoint);
    }

    @Override
    public @Nullable Money cost(ModelRef ref, @Nullable Integer promptTokens, @Nullable Integer outputTokens) {
        Estimate.Price price = servers.price(ref);
        String in = currency;
        if (price == null || in == null) {
            return null;
        }
        if (isFree(price)) {
            return new Money(BigDecimal.ZERO, in);
        }
        if (promptTokens == null
                || outputTokens == null
                || !price.prompt().currency().equals(in)) {
            return null;
        }
        BigDecimal sum = price.prompt()
                .amount()
                .multiply(BigDecimal.valueOf(promptTokens))
                .add(price.output().amount().multiply(BigDecimal.valueOf(outputTokens)));
        return new Money(sum.divide(MILLION, Outlay.DECIMALS, RoundingMode.HALF_UP), in);
    }
}
