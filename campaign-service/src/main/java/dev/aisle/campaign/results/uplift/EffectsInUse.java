package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.campaigns.worth.MeasuredEffects;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was measured of campaigns, held in memory for the decisions: the effect, drawn to the prior by what isn't known. */
@Singleton
public class EffectsInUse implements MeasuredEffects {
    private final ModelRepository models;
    private final Transactions transactions;
    private final DecisionSettings decisions;
    private final UpliftSettings settings;
    private volatile Map<String, MeasuredUplift> held = Map.of();

    EffectsInUse(
            ModelRepository models, Transactions transactions, DecisionSettings decisions, UpliftSettings settings) {
        this.models = models;
        this.transactions = transactions;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** Reads them anew. */
    public void refresh() {
        held = transactions.call(models::effects).stream()
                .collect(Collectors.toUnmodifiableMap(MeasuredUplift::campaign, Function.identity()));
    }

    @Override
    public OptionalDouble uplift(String campaign) {
        MeasuredUplift one = held.get(campaign);
        return one == null ? OptionalDouble.empty() : one.shrunk(decisions.priorUplift(), settings.priorDeviation());
    }
}
