package dev.aisle.campaign.offers.coupons;

import dev.aisle.campaign.shared.Language;
import java.util.Locale;

/** Why a coupon isn't taken, in words for the customer. */
public enum Refusal {
    NO_SUCH_CODE(
            "We don't know this code. Check it for a typing mistake.",
            "没有这个优惠码，请检查输入。",
            "code",
            "send the code as it was issued"),
    NOT_YET("This coupon isn't valid yet.", "此优惠券尚未生效。", "code", "use it from its first day on, or send another code"),
    ENDED("This coupon isn't valid any more.", "此优惠券已过期。", "code", "send another code"),
    OTHER_CURRENCY(
            "This coupon is for another currency.",
            "此优惠券适用于其他货币。",
            "currency",
            "send the basket in the coupon's currency, or another code"),
    OTHER_COUPON(
            "This coupon doesn't go with another one in the basket.",
            "此优惠券不能与已用的优惠券同时使用。",
            "otherCoupons",
            "leave the other coupon out, or this one"),
    BELOW_MINIMUM(
            "The basket is below the coupon's minimum.",
            "购物车金额未达到使用门槛。",
            "lines",
            "the basket's sum must reach the coupon's minimum"),
    NO_SUCH_PRODUCT(
            "Nothing in the basket counts for this coupon.",
            "购物车中没有适用的商品。",
            "lines",
            "put a product of the coupon's categories into the basket"),
    NOTHING_OFF(
            "There is nothing that this coupon could take off.",
            "没有可抵扣的金额。",
            "lines",
            "there must be something left to pay for what it takes off"),
    PERSON_NEEDED("Sign in to use this coupon.", "请登录后使用此优惠券。", "subject", "send the pseudonym of whoever uses it"),
    OF_ANOTHER(
            "This code was issued for somebody else.",
            "此优惠码属于其他用户。",
            "code",
            "send a code that was issued for this subject"),
    CODE_USED("This code has been used already.", "此优惠码已被使用。", "code", "a code is used once; send another one"),
    USED_BY_YOU(
            "You have used this coupon as often as it can be used.",
            "您已达到此优惠券的使用次数。",
            "subject",
            "this person has used it as often as it can be used; send another code"),
    USED_UP("This coupon has been used up.", "此优惠券已被领完。", "code", "send a code of another coupon"),
    BUDGET_SPENT("The budget of this coupon is spent.", "此优惠券的预算已用完。", "code", "send a code of another coupon");

    private final String english;
    private final String chinese;
    private final String field;
    private final String remedy;

    Refusal(String english, String chinese, String field, String remedy) {
        this.english = english;
        this.chinese = chinese;
        this.field = field;
        this.remedy = remedy;
    }

    /** The field of the request that it is about. */
    public String field() {
        return field;
    }

    /** Whether somebody who doesn't have the code would hear it: a guess that missed. */
    public boolean isMiss() {
        return this == NO_SUCH_CODE || this == OF_ANOTHER;
    }

    /** What the caller can do. */
    public String remedy() {
        return remedy;
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
