package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.shared.Language;

/** The rules in words: what each says of a campaign that wasn't given, and what would change it. */
final class RuleWords {
    private RuleWords() {}

    /** Why a campaign wasn't given, to follow its name: "… isn't for this placement". */
    public static String lost(Rule rule, Language language) {
        return pick(
                language,
                switch (rule) {
                    case CONSENT -> words("wasn't looked at: personalization isn't allowed", "未被考虑：未同意个性化");
                    case STATE -> words("doesn't run", "未在投放");
                    case PLACEMENT -> words("isn't for this placement", "不适用于该展示位");
                    case SCHEDULE -> words("has other times", "不在投放时间内");
                    case AUDIENCE -> words("is for another audience", "面向其他受众");
                    case ORDERS -> words("asks for another number of orders", "对下单情况有其他要求");
                    case CONTEXT ->
                        words("needs something on the page, in the cart or seen lately", "需要页面、购物车或最近浏览中有商品");
                    case ALLOCATION -> words("has none of its budget allocated to this person", "未向该顾客分配预算");
                    case UNWANTED -> words("isn't wanted: the person said \"not for me\"", "顾客表示不感兴趣");
                    case PERSON_CAP -> words("was given to this person as often as its cap allows", "对该顾客已达到展示次数上限");
                    case CONTACT_CAP ->
                        words(
                                "had to wait: the person got as many campaigns as the shop's cap over all allows",
                                "需等待：该顾客已达到全店活动次数上限");
                    case TOTAL -> words("was given as often as it may be altogether", "已达到总次数上限");
                    case BUDGET -> words("lost because its budget is used up", "未胜出：预算已用完");
                    case COUPON -> words("lost because its coupon is spent, used up or over", "未胜出：优惠券已用完或已结束");
                    case LOSS -> words("costs more than it brings, as was measured", "据测算成本高于收益");
                    case EXPERIMENT ->
                        words("is for another variation of the experiment that it belongs to", "属于实验的其他变体");
                    case EXCLUSIVE -> words("lost because another one has the placement for itself", "未胜出：展示位被独占活动占用");
                    case VALUE -> words("lost because it is expected to bring less", "未胜出：预期增量价值较低");
                    case PRIORITY ->
                        words(
                                "lost because another one that is expected to bring as much has the higher priority or the lower id",
                                "未胜出：预期价值相同，但另一活动优先级更高或编号更靠前");
                    case HOLDOUT -> words("was due, but the person is in its comparison group", "轮到该活动，但顾客属于其对照组");
                });
    }

    /** What would change it. */
    public static String change(Rule rule, Language language) {
        return pick(
                language,
                switch (rule) {
                    case CONSENT -> words("The person allows personalization.", "顾客同意个性化。");
                    case STATE -> words("It is submitted, approved or resumed.", "提交、批准或恢复该活动。");
                    case PLACEMENT ->
                        words(
                                "Ask for one of its placements, or add this one in a new version.",
                                "改用其展示位，或在新版本中添加该展示位。");
                    case SCHEDULE ->
                        words("Its time comes, or a new version has another schedule.", "等到投放时间，或在新版本中修改时间。");
                    case AUDIENCE ->
                        words(
                                "The person enters or leaves these segments by what they do, or a new version has another audience.",
                                "顾客行为使其进入或离开相应分群，或在新版本中修改受众。");
                    case ORDERS ->
                        words("The person orders, or a new version has another eligibility.", "顾客下单，或在新版本中修改条件。");
                    case CONTEXT ->
                        words("The person looks at a product or puts one into the cart.", "顾客浏览商品或将商品加入购物车。");
                    case ALLOCATION ->
                        words(
                                "Its budget is allocated anew, with more money or a larger effect on this person.",
                                "重新分配预算，或增加预算。");
                    case UNWANTED -> words("The person says that it is useful after all.", "顾客改为表示有用。");
                    case PERSON_CAP -> words("The oldest showing leaves the window of its cap.", "最早的一次展示移出上限的时间窗口。");
                    case CONTACT_CAP ->
                        words("The oldest showing leaves the window of the shop's cap.", "最早的一次展示移出全店上限的时间窗口。");
                    case TOTAL -> words("A new version has a higher cap.", "在新版本中提高总次数上限。");
                    case BUDGET -> words("A new version has a larger budget.", "在新版本中增加预算。");
                    case COUPON -> words("A new version offers another coupon.", "在新版本中更换优惠券。");
                    case LOSS -> words("A new version costs less or brings more.", "在新版本中降低成本或提高收益。");
                    case EXPERIMENT ->
                        words(
                                "Nothing: chance puts people into variations, or the experiment isn't running.",
                                "无：由实验随机分组决定，或实验未运行。");
                    case EXCLUSIVE -> words("The other one ends, or stops being exclusive.", "另一活动结束或不再独占。");
                    case VALUE ->
                        words(
                                "Its value rises or its cost falls in a new version, or a larger effect is measured.",
                                "在新版本中提高价值或降低成本，或测得更大的效果。");
                    case PRIORITY -> words("A new version has a higher priority.", "在新版本中提高优先级。");
                    case HOLDOUT ->
                        words(
                                "Nothing: a comparison group stays as it is until the experiment has another id.",
                                "无法改变：对照组在实验编号变更前保持不变。");
                });
    }

    private record Words(String english, String chinese) {}

    private static Words words(String english, String chinese) {
        return new Words(english, chinese);
    }

    private static String pick(Language language, Words words) {
        return language == Language.ZH ? words.chinese() : words.english();
    }
}
