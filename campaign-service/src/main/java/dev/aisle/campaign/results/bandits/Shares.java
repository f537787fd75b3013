package dev.aisle.campaign.results.bandits;

import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shares that are in force: the variations of a campaign with the weights of an epoch, for each context. What was drawn by them is logged with them.
 */
public final class Shares {
    private final int epoch;
    private final BanditPlan plan;
    private final List<List<Variation>> byContext;

    private Shares(int epoch, BanditPlan plan, List<List<Variation>> byContext) {
        this.epoch = epoch;
        this.plan = plan;
        this.byContext = byContext;
    }

    /** Those that the marketer wrote, over the floor, until something was learned. */
    public static Shares unlearned(BanditPlan plan, List<Variation> variations) {
        return of(0, plan, variations, Map.of());
    }

    /** Those of an epoch; a context of which it says nothing has those of the marketer. */
    public static Shares of(int epoch, BanditPlan plan, List<Variation> variations, Map<Integer, double[]> weights) {
        double[] written = Weighing.written(plan, variations);
        List<List<Variation>> byContext = new ArrayList<>();
        for (int context = 0; context < plan.contexts(); context++) {
            byContext.add(weighted(variations, weights.getOrDefault(context, written)));
        }
        return new Shares(epoch, plan, List.copyOf(byContext));
    }

    private static List<Variation> weighted(List<Variation> variations, double[] weights) {
        List<Variation> weighted = new ArrayList<>();
        for (int arm = 0; arm < weights.length; arm++) {
            Variation one = variations.get(arm);
            weighted.add(new Variation(one.id(), weights[arm], one.coupon(), one.content()));
        }
        return List.copyOf(weighted);
    }

    /** By which weights a person is drawn. */
    public Epoch epochFor(Person person) {
        return new Epoch(epoch, plan.contextOf(person));
    }

    /** The variations with these weights. */
    public List<Variation> of(Epoch drawn) {
        return byContext.get(drawn.context());
    }
}
