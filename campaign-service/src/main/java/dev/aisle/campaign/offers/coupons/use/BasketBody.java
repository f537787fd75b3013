package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Basket.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code and the basket that it is for. Money is in minor units (cents) of the currency.
 *
 * @param code as it was typed
 * @param subject a pseudonym, when the customer is signed in
 * @param shipping what the delivery costs; nothing when it is not said
 * @param alreadyOff what other coupons take off the products
 * @param otherCoupons ids of coupons that are used in the same basket
 * @param locale BCP 47; of the reason
 */
public record BasketBody(
        @NotNull(message = "is missing: the code as it was typed")
        @Size(max = 100, message = "has more than 100 characters")
        String code,

        @Nullable
        @Pattern(
                regexp = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}",
                message = "is not a pseudonym: send no customer id or address here")
        String subject,

        @NotNull(message = "is missing: an ISO 4217 code such as EUR")
        @Pattern(regexp = "[A-Z]{3}", message = "is no ISO 4217 code such as EUR")
        String currency,

        @NotNull(message = "is missing: the lines of the basket")
        @Size(max = 500, message = "has more than 500 lines")
        @Valid
        List<@NotNull(message = "is null") LineBody> lines,

        @Nullable
        @Min(value = 0, message = BasketBody.AMOUNT)
        @Max(value = BasketBody.MOST, message = BasketBody.AMOUNT)
        Long shipping,

        @Nullable
        @Min(value = 0, message = BasketBody.AMOUNT)
        @Max(value = BasketBody.MOST, message = BasketBody.AMOUNT)
        Long alreadyOff,

        @Nullable @Size(max = 20, message = "has more than 20 coupons")
        List<@NotNull(message = "is null") String> otherCoupons,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "is not a BCP 47 tag such as en or zh-CN")
        String locale) {
    /** The most that an amount can be, in minor units. */
    public static final long MOST = 1_000_000_000_000L;

    static final String AMOUNT = "must be 0 to 1000000000000 minor units (cents)";

    /** Some pieces of a product; the price is that of one. */
    record LineBody(
            @NotNull(message = "is missing") @Pattern(regexp = "[^\\p{Cntrl}]{1,256}", message = "is not a product id")
            String productId,

            @Nullable @Size(max = 50, message = "has more than 50 categories")
            Set<@NotNull(message = "is null") String> categories,

            @Min(value = 1, message = "must be 1 to 10000") @Max(value = 10_000, message = "must be 1 to 10000")
            long quantity,

            @Min(value = 0, message = AMOUNT) @Max(value = MOST, message = AMOUNT)
            long price) {}

    UseRequest toRequest() {
        return new UseRequest(
                code,
                subject,
                currency,
                lines.stream()
                        .map(line -> new Line(
                                line.productId(),
                                line.categories() == null ? Set.of() : line.categories(),
                                line.quantity(),
                                line.price()))
                        .toList(),
                shipping == null ? 0 : shipping,
                alreadyOff == null ? 0 : alreadyOff,
                otherCoupons == null ? List.of() : otherCoupons);
    }
}
