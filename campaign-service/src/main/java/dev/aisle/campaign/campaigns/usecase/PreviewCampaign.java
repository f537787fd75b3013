package dev.aisle.campaign.campaigns.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.content.ContentLimitException;
import dev.aisle.campaign.campaigns.content.ContentValues;
import dev.aisle.campaign.campaigns.content.WriteTexts;
import dev.aisle.campaign.campaigns.content.WriteTexts.Written;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.Wording;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import dev.aisle.campaign.shared.Language;
import dev.aisle.campaign.shared.recommendations.ItemQuery;
import dev.aisle.campaign.shared.recommendations.RecommendedItem;
import dev.aisle.campaign.shared.recommendations.RecommenderGateway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders a campaign's texts as somebody would read them, with what is popular in the shop as the recommended products. */
@ApplicationScoped
public class PreviewCampaign {
    /** Every message gets links of its own from its channel. */
    private static final Map<String, String> SAMPLE_LINKS =
            Map.of("unsubscribe", "https://example.com/unsubscribe", "preferences", "https://example.com/preferences");

    private final CampaignRepository campaigns;
    private final CheckDefinition checkDefinition;
    private final RecommenderGateway recommender;
    private final WriteTexts writeTexts;

    PreviewCampaign(
            CampaignRepository campaigns,
            CheckDefinition checkDefinition,
            RecommenderGateway recommender,
            WriteTexts writeTexts) {
        this.campaigns = campaigns;
        this.checkDefinition = checkDefinition;
        this.recommender = recommender;
        this.writeTexts = writeTexts;
    }

    /**
     * What is to be shown.
     *
     * @param version {@code null} for the newest
     * @param definition one that isn't saved; {@code null} for a saved version
     * @param variation {@code null} for the first
     * @param values by full name ({@code coupon.value}), beside those that are there by themselves
     */
    public record Wanted(
            @Nullable Integer version,
            @Nullable JsonNode definition,
            @Nullable String variation,
            Language language,
            Map<String, String> values) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** The texts of one variation. */
        record Shown(String variation, Language language, Written written, List<Map<String, String>> items)
                implements Outcome {}

        /** There is no such campaign or version. */
        record Missing() implements Outcome {}

        /** There is no such variation. */
        record NoSuchVariation(List<String> known) implements Outcome {}

        /** The definition can't be used, or a text was cut off. */
        record Wrong(List<Finding> findings) implements Outcome {}
    }

    /** Renders it. */
    public Outcome preview(String id, Wanted wanted) {
        Optional<Reading> reading = QuarkusTransaction.requiringNew().call(() -> read(id, wanted));
        if (reading.isEmpty()) {
            return new Outcome.Missing();
        }
        return switch (reading.get()) {
            case Reading.Wrong wrong -> new Outcome.Wrong(wrong.findings());
            case Reading.Good good -> show(good.definition().campaign(), wanted);
        };
    }

    private Optional<Reading> read(String id, Wanted wanted) {
        if (wanted.definition() != null) {
            return Optional.of(checkDefinition.check(id, 1, wanted.definition()));
        }
        return campaigns
                .one(id)
                .flatMap(life -> campaigns.version(id, wanted.version() == null ? life.newest() : wanted.version()))
                .map((Version version) -> new Reading.Good(RunningCampaigns.parse(version)));
    }

    private Outcome show(Campaign campaign, Wanted wanted) {
        Optional<Variation> variation = campaign.variations().stream()
                .filter(one -> wanted.variation() == null || one.id().equals(wanted.variation()))
                .findFirst();
        if (variation.isEmpty()) {
            return new Outcome.NoSuchVariation(
                    campaign.variations().stream().map(Variation::id).toList());
        }
        List<Map<String, String>> items = recommender
                .recommend(new ItemQuery(
                        "",
                        campaign.placements().stream().sorted().findFirst().orElse("message"),
                        List.of(),
                        List.of(),
                        wanted.language()))
                .items()
                .stream()
                .map(RecommendedItem::texts)
                .toList();
        try {
            return new Outcome.Shown(
                    variation.get().id(), wanted.language(), write(campaign, variation.get(), wanted, items), items);
        } catch (ContentLimitException e) {
            return new Outcome.Wrong(List.of(new Finding(
                    "/variations", String.valueOf(e.getMessage()), "Write a shorter text, or fewer loops.")));
        }
    }

    /** The texts of a variation, with these products. */
    public Written write(Campaign campaign, Variation variation, Wanted wanted, List<Map<String, String>> items) {
        ContentValues usual = writeTexts.values(campaign.fallbacks(), variation.coupon(), items);
        Map<String, Map<String, String>> groups = new TreeMap<>(usual.groups());
        groups.put("links", SAMPLE_LINKS);
        wanted.values().forEach((name, value) -> {
            String group = name.substring(0, name.indexOf('.'));
            Map<String, String> more = new TreeMap<>(groups.getOrDefault(group, Map.of()));
            more.put(name.substring(group.length() + 1), value);
            groups.put(group, more);
        });
        return writeTexts.once(
                sources(variation.wording(wanted.language())), new ContentValues(groups, items, campaign.fallbacks()));
    }

    private static Map<String, String> sources(Wording wording) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("title", wording.title());
        all.put("body", wording.body());
        all.put("subject", wording.subject() == null ? "" : wording.subject());
        all.put("text", wording.text() == null ? "" : wording.text());
        all.put("html", wording.html() == null ? "" : wording.html());
        return all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }
}
