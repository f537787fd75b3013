package dev.aisle.campaign.policies.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.bandits.store.OutcomeRepository.Shown;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.policies.usecase.ReadContacts.Contacts;
import dev.aisle.campaign.shared.CampaignSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log of a campaign to take away, without names: days instead of moments, and in each day ordered by what was shown, so that no row can be told to be
 * anybody's. Contexts of fewer contacts than the threshold are left out.
 */
@Singleton
public class ExportLog {
    private final ReadContacts readContacts;
    private final KThreshold threshold;

    ExportLog(ReadContacts readContacts, CampaignSettings settings) {
        this.readContacts = readContacts;
        this.threshold = new KThreshold(settings.threshold());
    }

    /** A contact. */
    public record Line(LocalDate day, int item, String variation, double reward, double propensity, int context) {}

    /**
     * Reads it; empty when there is no such version.
     *
     * @param version {@code null} for the one that runs, or else the newest
     */
    public Optional<List<Line>> of(
            String campaign, @Nullable Integer version, @Nullable Reward reward, @Nullable Duration within) {
        return readContacts.of(campaign, version, reward, within).map(this::lines);
    }

    private List<Line> lines(Contacts contacts) {
        if (!threshold.allows(contacts.people())) {
            return List.of();
        }
        List<String> variations = contacts.definition().campaign().variations().stream()
                .map(Variation::id)
                .toList();
        Map<Integer, Long> sizes =
                contacts.rows().stream().collect(Collectors.groupingBy(Shown::context, Collectors.counting()));
        return contacts.rows().stream()
                .filter(one -> threshold.allows(sizes.getOrDefault(one.context(), 0L)))
                .map(one -> new Line(
                        LocalDate.ofInstant(one.at(), ZoneOffset.UTC),
                        variations.indexOf(one.variation()),
                        one.variation(),
                        one.reward(),
                        one.propensity(),
                        one.context()))
                .sorted(Comparator.comparing(Line::day)
                        .thenComparingInt(Line::item)
                        .thenComparingInt(Line::context)
                        .thenComparingDouble(Line::propensity)
                        .thenComparingDouble(Line::reward))
                .toList();
    }
}
