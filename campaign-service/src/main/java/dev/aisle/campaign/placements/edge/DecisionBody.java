package dev.aisle.campaign.placements.edge;

import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.shared.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a storefront sends.
 *
 * @param subject a pseudonym
 * @param contextItems products on the page
 * @param locale BCP 47; {@code zh} and its kin are answered in Chinese, others in English
 * @param decisionId the caller's id of this decision, as an alternative to the header {@code Idempotency-Key}
 */
record DecisionBody(
        @NotNull(message = "is missing: send the pseudonym that POST /v1/pseudonyms gave")
        @Pattern(
                regexp = DecisionBody.PSEUDONYM,
                message = "is not a pseudonym: p1.<key>.<32 characters>; send no customer id or address here")
        String subject,

        @Nullable @Size(max = DecisionBody.MOST_ITEMS, message = "has more than 100 items")
        List<
                        @NotNull(message = "is null")
                        @Pattern(
                                regexp = DecisionBody.ITEM,
                                message = "is not a product id: 1 to 256 characters, no control characters")
                        String>
                contextItems,

        @Nullable @Size(max = DecisionBody.MOST_ITEMS, message = "has more than 100 items")
        List<
                        @NotNull(message = "is null")
                        @Pattern(
                                regexp = DecisionBody.ITEM,
                                message = "is not a product id: 1 to 256 characters, no control characters")
                        String>
                cart,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "is not a BCP 47 tag such as en or zh-CN")
        String locale,

        @Nullable @Pattern(regexp = DecisionBody.ID, message = "is not an id: 1 to 100 of A-Z a-z 0-9 . _ : -")
        String decisionId) {
    /** The form of {@link dev.aisle.algorithms.privacy.Pseudonym}. */
    static final String PSEUDONYM = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}";

    static final String ID = "[A-Za-z0-9._:-]{1,100}";
    static final String ITEM = "[^\\p{Cntrl}]{1,256}";
    static final int MOST_ITEMS = 100;

    DecisionRequest toRequest(String placement, @Nullable String id) {
        return new DecisionRequest(
                id,
                placement,
                subject,
                contextItems == null ? List.of() : contextItems,
                cart == null ? List.of() : cart,
                Language.of(locale));
    }
}
