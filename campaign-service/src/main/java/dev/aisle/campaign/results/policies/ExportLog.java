package dev.aisle.campaign.results.policies;

import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.results.policies.ReadContacts.Contacts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of a campaign to take away: rows that come to the released numbers, none of which is anybody's; all of the day when they were counted. */
@Singleton
class ExportLog {
    private final ReadContacts readContacts;

    ExportLog(ReadContacts readContacts) {
        this.readContacts = readContacts;
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
        return readContacts.of(campaign, version, reward, within).map(ExportLog::lines);
    }

    private static List<Line> lines(Contacts contacts) {
        Instant at = contacts.at();
        if (at == null) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<String> variations = contacts.definition().campaign().variations().stream()
                .map(Variation::id)
                .toList();
        return contacts.rows().stream()
                .map(one -> new Line(
                        day,
                        variations.indexOf(one.variation()),
                        one.variation(),
                        one.reward(),
                        one.propensity(),
                        one.context()))
                .toList();
    }
}
