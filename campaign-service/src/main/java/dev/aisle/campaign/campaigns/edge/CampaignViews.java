package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Difference;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns.Seen;
import dev.aisle.campaign.campaigns.usecase.SaveCampaign.Comparison;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about campaigns. */
final class CampaignViews {
    private CampaignViews() {}

    /**
     * A campaign in a list.
     *
     * @param version the running one, else the newest
     * @param waiting a newer version that isn't approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String id,
            String name,
            String kind,
            String state,
            int version,
            @Nullable Waiting waiting) {
        static Row of(Seen seen, Instant now) {
            JsonNode definition = seen.shown().definition();
            return new Row(
                    seen.life().id(),
                    definition.path("name").asText(),
                    definition.path("kind").asText(),
                    seen.state(now),
                    seen.shown().number(),
                    Waiting.of(seen.waiting()));
        }
    }

    record Rows(List<Row> campaigns) {}

    /** A version that isn't approved while another one runs. */
    record Waiting(int version, String stage, String author) {
        static @Nullable Waiting of(@Nullable Version version) {
            return version == null
                    ? null
                    : new Waiting(version.number(), version.stage().code(), version.author());
        }
    }

    /** A campaign with its running version, else with the newest one. */
    record Whole(
            String id,
            String state,
            long revision,
            VersionView version,
            @Nullable Waiting waiting) {
        static Whole of(Seen seen, Instant now) {
            return new Whole(
                    seen.life().id(),
                    seen.state(now),
                    seen.life().revision(),
                    VersionView.of(seen.shown()),
                    Waiting.of(seen.waiting()));
        }
    }

    /** A version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int number,
            String stage,
            String author,
            Instant madeAt,
            @Nullable String approver,
            @Nullable Instant approvedAt,
            JsonNode definition) {
        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    version.stage().code(),
                    version.author(),
                    version.madeAt(),
                    version.approver(),
                    version.approvedAt(),
                    version.definition());
        }
    }

    record VersionList(List<VersionView> versions) {}

    record DeedList(List<Deed> deeds) {}

    record DifferenceList(int from, int to, List<Difference> differences) {}

    /**
     * What saving a definition would do.
     *
     * @param change what saving it would come to: created, changed, unchanged or refused
     * @param newest the newest version; 0 when there is none
     * @param stage how far that version came
     * @param errors why it is refused
     */
    record Validation(
            String id,
            String change,
            int newest,
            @Nullable String stage,
            List<WrongPart> errors,
            List<Difference> differences) {
        static Validation of(String id, Comparison comparison) {
            String change = !comparison.findings().isEmpty()
                    ? "refused"
                    : comparison.newest() == null
                            ? "created"
                            : comparison.differences().isEmpty() ? "unchanged" : "changed";
            return new Validation(
                    id,
                    change,
                    comparison.newest() == null ? 0 : comparison.newest().number(),
                    comparison.newest() == null
                            ? null
                            : comparison.newest().stage().code(),
                    comparison.findings().stream().map(WrongPart::of).toList(),
                    comparison.differences());
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param field JSON pointer: {@code /budget/amount}
     */
    record WrongPart(String field, String message, String fix) {
        static WrongPart of(Finding finding) {
            return new WrongPart(finding.place(), finding.message(), finding.fix());
        }
    }

    /** A problem document whose errors name the place and the fix. */
    record WrongDefinition(String type, String title, int status, String detail, List<WrongPart> errors) {
        static WrongDefinition of(List<Finding> findings, int status) {
            Finding first = findings.getFirst();
            return new WrongDefinition(
                    "/problems/invalid-campaign",
                    "Invalid campaign",
                    status,
                    first.place() + ": " + first.message() + " " + first.fix()
                            + (findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)"),
                    findings.stream().map(WrongPart::of).toList());
        }
    }
}
