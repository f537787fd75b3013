package dev.aisle.campaign.campaigns.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a campaign is for; decides what makes a person eligible beside the audience. */
public enum CampaignKind {
    /** Greets somebody who has not bought yet. */
    WELCOME("welcome"),
    /** Offers what goes with something that was seen, bought or put into the cart. */
    CROSS_SELL("cross_sell");

    private final String code;

    CampaignKind(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    /** The kind with that name on the wire. */
    public static Optional<CampaignKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
