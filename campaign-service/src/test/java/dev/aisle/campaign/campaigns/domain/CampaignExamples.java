package dev.aisle.campaign.campaigns.domain;

import dev.aisle.campaign.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Campaigns that tests start from. */
public final class CampaignExamples {
    private CampaignExamples() {}

    public static Campaign welcome() {
        return new Campaign(
                "welcome",
                1,
                CampaignKind.WELCOME,
                CampaignStatus.ACTIVE,
                100,
                Set.of("home"),
                new Audience.InSegment("new-visitor"),
                Conditions.usual(CampaignKind.WELCOME),
                Schedule.ALWAYS,
                0,
                "seed-w",
                new FrequencyCap(3, Duration.ofDays(7)),
                List.of(variation("only", 1)),
                Map.of(),
                null);
    }

    public static Campaign crossSell() {
        return new Campaign(
                "cross-sell",
                1,
                CampaignKind.CROSS_SELL,
                CampaignStatus.ACTIVE,
                50,
                Set.of("home", "cart"),
                new Audience.Everyone(),
                Conditions.usual(CampaignKind.CROSS_SELL),
                Schedule.ALWAYS,
                0,
                "seed-c",
                null,
                List.of(variation("only", 1)),
                Map.of(),
                null);
    }

    /** The welcome campaign with another holdout and other variations. */
    public static Campaign experiment(double holdout, Variation... variations) {
        Campaign welcome = welcome();
        return new Campaign(
                welcome.id(),
                welcome.version(),
                welcome.kind(),
                welcome.status(),
                welcome.priority(),
                welcome.placements(),
                welcome.audience(),
                welcome.conditions(),
                welcome.schedule(),
                holdout,
                welcome.seed(),
                welcome.frequencyCap(),
                List.of(variations),
                welcome.fallbacks(),
                null);
    }

    public static Variation variation(String id, double weight) {
        return new Variation(
                id,
                weight,
                null,
                Map.of(Language.EN, new Wording(id, "in English"), Language.ZH, new Wording(id, "中文")));
    }
}
