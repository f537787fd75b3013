package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.results.uplift.model.Drift;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.results.uplift.model.UpliftWords;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads what was learned of a campaign. Models are of enough people only, and nobody is in them. */
@Singleton
class ReadUplift {
    private final ReadCampaigns campaigns;
    private final ModelRepository models;
    private final WatchUplift watchUplift;
    private final Transactions transactions;
    private final UpliftSettings settings;
    private final CampaignSettings campaignSettings;

    ReadUplift(
            ReadCampaigns campaigns,
            ModelRepository models,
            WatchUplift watchUplift,
            Transactions transactions,
            UpliftSettings settings,
            CampaignSettings campaignSettings) {
        this.campaigns = campaigns;
        this.models = models;
        this.watchUplift = watchUplift;
        this.transactions = transactions;
        this.settings = settings;
        this.campaignSettings = campaignSettings;
    }

    /**
     * What was learned.
     *
     * @param least people an arm without whom nothing is learned
     */
    public record Learned(String campaign, int least, List<Model> models) {
        public Learned {
            models = List.copyOf(models);
        }
    }

    /**
     * A model in use.
     *
     * @param due why it is due to be learned anew; empty while it fits
     */
    public record Model(int number, UpliftModel model, List<String> due, List<String> words) {
        public Model {
            due = List.copyOf(due);
            words = List.copyOf(words);
        }
    }

    /** What was learned of a campaign; empty when there is no such campaign. */
    public Optional<Learned> of(String id) {
        return campaigns
                .one(id)
                .map(_ -> new Learned(
                        id,
                        Math.max(settings.leastPeople(), campaignSettings.threshold()),
                        transactions.call(connection -> models.newest(connection, id)).stream()
                                .map(this::model)
                                .toList()));
    }

    private Model model(ModelRepository.Kept kept) {
        Drift drift = kept.drift();
        List<String> due = watchUplift.reasons(kept.model(), drift == null ? Drift.NONE : drift);
        return new Model(kept.number(), kept.model(), due, UpliftWords.of(kept.model(), drift, due));
    }
}
