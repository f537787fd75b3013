package dev.aisle.campaign.campaigns.domain;

import dev.aisle.campaign.shared.Language;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One form of a campaign.
 *
 * @param weight its share of those who are not held out, {@code 0 ≤ weight ≤ 1}
 * @param coupon the code that is offered; {@code null} when none is
 * @param content the wording by language; English is always there
 */
public record Variation(String id, double weight, @Nullable String coupon, Map<Language, Wording> content) {
    public Variation {
        content = Map.copyOf(content);
        Rules.require(!id.isBlank(), "variations.id", "must not be empty");
        Rules.require(weight >= 0 && weight <= 1, "variations.weight", "must be between 0 and 1");
        Rules.require(content.containsKey(Language.EN), "variations.content.en", "must be there");
    }

    /** The wording in a language; English when it wasn't written in that one. */
    public Wording wording(Language language) {
        Wording english = Objects.requireNonNull(content.get(Language.EN));
        return content.getOrDefault(language, english);
    }
}
