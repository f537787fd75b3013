package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.contracts.Keeps;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures the effects of what runs, watches its models and learns those anew that are due. One replica does it at a time. */
@Singleton
@Keeps(ofNobody = "when a campaign's effects are measured again")
public class LookAtEffects {
    /** Each try takes of the answers that the service has in a day. */
    private static final Duration TRIED_FOR = Duration.ofDays(1);

    private final RunningCampaigns running;
    private final MeasureEffects measureEffects;
    private final ModelRepository models;
    private final WatchUplift watchUplift;
    private final TrainUplift trainUplift;
    private final Transactions transactions;
    private final UpliftSettings settings;
    private final InstantSource clock;
    private final Map<String, Instant> tryAgain = new ConcurrentHashMap<>();

    LookAtEffects(
            RunningCampaigns running,
            MeasureEffects measureEffects,
            ModelRepository models,
            WatchUplift watchUplift,
            TrainUplift trainUplift,
            Transactions transactions,
            UpliftSettings settings,
            InstantSource clock) {
        this.running = running;
        this.measureEffects = measureEffects;
        this.models = models;
        this.watchUplift = watchUplift;
        this.trainUplift = trainUplift;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks, if it is due and no other replica has taken it. One that dies over it has missed a time, not more. */
    public void whenDue() {
        Instant now = clock.instant();
        if (transactions.call(connection -> models.claim(connection, now, now.plus(settings.every())))) {
            List<Definition> definitions = transactions.call(_ -> running.now());
            definitions.forEach(this::look);
        }
    }

    /** Looks at a campaign. */
    public void look(Definition definition) {
        measureEffects.of(definition);
        String id = definition.campaign().id();
        Instant now = clock.instant();
        if (watchUplift.watch(id) && now.isAfter(tryAgain.getOrDefault(id, Instant.MIN))) {
            trainUplift.trainByItself(id);
            tryAgain.put(id, now.plus(TRIED_FOR));
        }
    }
}
