package dev.aisle.assistant.answering.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/conversations}.
 *
 * @param subject a pseudonym; left out when nobody is known
 * @param locale BCP 47; English when it is left out
 */
record ConversationRequest(
        @Nullable
        @Pattern(
                regexp = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}",
                message = "is not a pseudonym: send no customer id or address here")
        String subject,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "is not a BCP 47 tag such as en or zh-CN")
        String locale,

        @Nullable @Valid PageBody page) {
    /** Where the shopper is. */
    record PageBody(
            @Nullable @Pattern(regexp = "[^\\p{Cntrl}]{1,200}", message = "is not a product id")
            String productId) {}

    String product() {
        return page == null || page.productId() == null ? "" : page.productId();
    }
}
