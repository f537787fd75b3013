package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.campaigns.domain.CampaignStatus;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.InvalidCampaignException;
import dev.aisle.campaign.campaigns.domain.Language;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.Wording;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A campaign as it is written in a file and answered over HTTP. */
public record CampaignDocument(
        String id,
        int version,
        String kind,
        String status,
        int priority,
        Set<String> placements,
        @Nullable String audience,
        double holdoutShare,
        String seed,
        @Nullable Cap frequencyCap,
        List<Form> variations) {
    /** At most so many times in a window such as {@code P7D}. */
    record Cap(
            int times,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration window) {
        static @Nullable Cap of(@Nullable FrequencyCap cap) {
            return cap == null ? null : new Cap(cap.times(), cap.window());
        }
    }

    /** A variation; the content by language. */
    record Form(String id, double weight, @Nullable String coupon, Map<String, Wording> content) {
        static Form of(Variation variation) {
            Map<String, Wording> content = new TreeMap<>();
            variation.content().forEach((language, wording) -> content.put(language.tag(), wording));
            return new Form(variation.id(), variation.weight(), variation.coupon(), content);
        }

        Variation toVariation() {
            return new Variation(
                    id,
                    weight,
                    coupon,
                    content.entrySet().stream()
                            .collect(Collectors.toMap(entry -> language(entry.getKey()), Map.Entry::getValue)));
        }

        private static Language language(String tag) {
            return Arrays.stream(Language.values())
                    .filter(language -> language.tag().equals(tag))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidCampaignException("variations.content", "knows en and zh, not " + tag));
        }
    }

    static CampaignDocument of(Campaign campaign) {
        return new CampaignDocument(
                campaign.id(),
                campaign.version(),
                campaign.kind().code(),
                campaign.status().code(),
                campaign.priority(),
                new TreeSet<>(campaign.placements()),
                campaign.audience(),
                campaign.holdoutShare(),
                campaign.seed(),
                Cap.of(campaign.frequencyCap()),
                campaign.variations().stream().map(Form::of).toList());
    }

    /** The campaign; throws {@link InvalidCampaignException} when the document isn't one. */
    Campaign toCampaign() {
        return new Campaign(
                id,
                version,
                CampaignKind.of(kind)
                        .orElseThrow(() -> new InvalidCampaignException("kind", "is welcome or cross_sell")),
                CampaignStatus.of(status)
                        .orElseThrow(() -> new InvalidCampaignException("status", "is active or paused")),
                priority,
                placements,
                audience,
                holdoutShare,
                seed,
                frequencyCap == null ? null : new FrequencyCap(frequencyCap.times(), frequencyCap.window()),
                variations.stream().map(Form::toVariation).toList());
    }
}
