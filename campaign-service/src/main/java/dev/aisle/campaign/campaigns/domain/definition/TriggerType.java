package dev.aisle.campaign.campaigns.domain.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a campaign begin for a person. */
public enum TriggerType {
    /** A page asks what to show. The only one for placements, and only for them. */
    VISIT("visit", Map.of()),
    FIRST_VISIT("first_visit", Map.of()),
    FIRST_CONSENT("first_consent", Map.of()),
    FIRST_ORDER("first_order", Map.of()),
    /** Something was looked at and not bought. */
    BROWSE_ABANDONMENT("browse_abandonment", Map.of("after", Setting.SPAN)),
    /** A cart was left behind. */
    CART_ABANDONMENT("cart_abandonment", Map.of("after", Setting.SPAN)),
    AFTER_PURCHASE("after_purchase", Map.of("after", Setting.SPAN)),
    UP_SELL("up_sell", Map.of("after", Setting.SPAN)),
    /** What was bought is used up by now: the person enters a segment whose rule says so. */
    REPLENISHMENT_DUE("replenishment_due", Map.of("segment", Setting.SEGMENT)),
    /** What was viewed or wished for costs less. */
    PRICE_DROP("price_drop", Map.of("atLeast", Setting.SHARE)),
    BACK_IN_STOCK("back_in_stock", Map.of()),
    /** The probability that the person will come back fell: the person enters a segment whose rule says so. */
    FALLING_ALIVE("falling_alive", Map.of("segment", Setting.SEGMENT)),
    /** The person enters the segment of the next step. */
    LOYALTY_STEP("loyalty_step", Map.of("segment", Setting.SEGMENT)),
    REVIEW_REQUEST("review_request", Map.of("after", Setting.SPAN)),
    /** The clock: {@code schedule.cron} in the recipient's zone. */
    SCHEDULE("schedule", Map.of()),
    SEGMENT_ENTERED("segment_entered", Map.of("segment", Setting.SEGMENT)),
    SEGMENT_LEFT("segment_left", Map.of("segment", Setting.SEGMENT));

    /** What a setting of a trigger is. */
    public enum Setting {
        /** Such as {@code PT4H}. */
        SPAN,
        /** More than 0 and less than 1. */
        SHARE,
        /** A segment's id. */
        SEGMENT
    }

    private final String code;

    /** Made by {@code Map.of}, which can't be changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, Setting> settings;

    TriggerType(String code, Map<String, Setting> settings) {
        this.code = code;
        this.settings = settings;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    /** The settings that it needs, by name. */
    public Map<String, Setting> settings() {
        return settings;
    }

    /** The type of that name. */
    public static Optional<TriggerType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(TriggerType::code).toList();
    }
}
