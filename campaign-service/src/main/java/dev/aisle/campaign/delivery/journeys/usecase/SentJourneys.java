package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.delivery.journeys.domain.OutcomeWords;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.placements.decisions.WhySource;
import dev.aisle.campaign.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What became of a campaign's messages to somebody. */
@ApplicationScoped
class SentJourneys implements WhySource {
    private static final int TOLD = 10;

    private final FiringRepository firings;

    SentJourneys(FiringRepository firings) {
        this.firings = firings;
    }

    @Override
    public List<Line> of(String campaign, String subject, Language language) {
        return firings.last(campaign, subject, TOLD).stream()
                .map(firing -> new Line(
                        firing.at(),
                        "message",
                        firing.message(),
                        OutcomeWords.of(campaign + "@" + firing.version(), firing.outcome(), firing.rule(), language)))
                .toList();
    }
}
