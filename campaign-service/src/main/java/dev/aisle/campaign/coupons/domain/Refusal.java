package dev.aisle.campaign.coupons.domain;

import dev.aisle.campaign.campaigns.domain.Language;
import java.util.Locale;

/** Why a coupon isn't taken, in words for the customer. */
public enum Refusal {
    NO_SUCH_CODE("We don't know this code. Check it for a typing mistake.", "没有这个优惠码，请检查输入。"),
    NOT_YET("This coupon isn't valid yet.", "此优惠券尚未生效。"),
    ENDED("This coupon isn't valid any more.", "此优惠券已过期。"),
    OTHER_CURRENCY("This coupon is for another currency.", "此优惠券适用于其他货币。"),
    OTHER_COUPON("This coupon doesn't go with another one in the basket.", "此优惠券不能与已用的优惠券同时使用。"),
    BELOW_MINIMUM("The basket is below the coupon's minimum.", "购物车金额未达到使用门槛。"),
    NO_SUCH_PRODUCT("Nothing in the basket counts for this coupon.", "购物车中没有适用的商品。"),
    NOTHING_OFF("There is nothing that this coupon could take off.", "没有可抵扣的金额。"),
    PERSON_NEEDED("Sign in to use this coupon.", "请登录后使用此优惠券。"),
    OF_ANOTHER("This code was issued for somebody else.", "此优惠码属于其他用户。"),
    CODE_USED("This code has been used already.", "此优惠码已被使用。"),
    USED_BY_YOU("You have used this coupon as often as it can be used.", "您已达到此优惠券的使用次数。"),
    USED_UP("This coupon has been used up.", "此优惠券已被领完。"),
    BUDGET_SPENT("The budget of this coupon is spent.", "此优惠券的预算已用完。");

    private final String english;
    private final String chinese;

    Refusal(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** {@code budget-spent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In a sentence. */
    public String text(Language language) {
        return language == Language.ZH ? chinese : english;
    }
}
