package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.shared.Language;

/** Why a decision is as it is, in plain words. */
enum ReasonCode {
    WELCOME(
            "welcome",
            "You are new here and have not bought yet, so the shop welcomes you with an offer.",
            "您是新访客且尚未下单，因此为您送上欢迎优惠。"),
    CROSS_SELL_PAGE(
            "cross-sell", "These go with what you are looking at or have in your cart.", "这些商品与您正在浏览或已加入购物车的商品相配。"),
    CROSS_SELL_RECENT("cross-sell", "These go with what you looked at or bought recently.", "这些商品与您最近浏览或购买的商品相配。"),
    UP_SELL("up-sell", "Others who look at this choose these, too.", "看过此类商品的顾客也会选择这些。"),
    COUPON("coupon", "You belong to a group of customers whom the shop gives a coupon.", "您所在的顾客群可获得此优惠券。"),
    AD("ad", "This is advertising. It is shown to a group of customers that you belong to.", "这是广告，面向您所在的顾客群展示。"),
    WIN_BACK("win-back", "You have not been here for a while.", "您已有一段时间没有光临。"),
    REPLENISHMENT("replenishment", "You bought this some time ago and may need it again.", "您之前购买过，可能需要补充。"),
    SEEN_BEFORE("seen-before", "You looked at this or put it into your cart.", "您浏览过或已加入购物车。"),
    BOUGHT_BEFORE("bought-before", "You bought this.", "您购买过此商品。"),
    LOYALTY("loyalty", "You shop here often.", "您是我们的常客。"),
    HOLDOUT("holdout", "You are in the comparison group that sees the shop without this campaign.", "您属于不展示此活动的对照组。"),
    NO_CAMPAIGN("no-campaign", "No campaign fits you here at the moment.", "目前这里没有适合您的活动。"),
    NO_CONSENT(
            "no-consent",
            "You have not allowed personalization, so you see what everyone sees.",
            "您未同意个性化，因此看到的内容与所有人相同。"),
    RECOMMENDER_UNAVAILABLE(
            "recommender-unavailable",
            "Recommendations are not available at the moment, so no items are shown.",
            "推荐暂时不可用，因此未显示商品。"),
    RECOMMENDER_LATE("recommender-late", "Recommendations took too long, so no items are shown.", "推荐用时过长，因此未显示商品。");

    private final String code;
    private final String english;
    private final String chinese;

    ReasonCode(String code, String english, String chinese) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /** The code on the wire. */
    public String code() {
        return code;
    }

    /** The sentence in a language. */
    public String text(Language language) {
        return language == Language.ZH ? chinese : english;
    }
}
