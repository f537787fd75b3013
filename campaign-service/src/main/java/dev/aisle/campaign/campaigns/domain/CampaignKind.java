package dev.aisle.campaign.campaigns.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a campaign is for. */
public enum CampaignKind {
    /** Greets somebody who has not bought yet. */
    WELCOME("welcome"),
    /** Offers what goes with something that was seen, bought or put into the cart. */
    CROSS_SELL("cross_sell"),
    /** Shows the better product of the same kind. */
    UP_SELL("up_sell"),
    /** Gives a coupon, also one from a basket's worth on. */
    COUPON("coupon"),
    /** Advertises, on the site or to an audience elsewhere. */
    AD("ad"),
    /** Asks somebody back who is about to leave. */
    WIN_BACK("win_back"),
    /** Reminds of what is used up by now. */
    REPLENISHMENT("replenishment"),
    /** Reminds of what was looked at or left in the cart. */
    ABANDONMENT("abandonment"),
    /** Tells of a lower price or new stock. */
    PRICE_WATCH("price_watch"),
    /** Helps with what was bought: how to use it, what others say. */
    SERVICE("service"),
    /** Asks for a review or an opinion. */
    REVIEW("review"),
    /** Thanks for loyalty. */
    LOYALTY("loyalty");

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

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(CampaignKind::code).toList();
    }
}
