package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.placements.decisions.DecisionTrace.Versions;
import dev.aisle.campaign.placements.decisions.DecisionTrace.Weighed;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.shared.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision in words.
 *
 * @param summary what was shown, and why
 * @param others the campaigns that weren't given, those that came closest first
 * @param versions of the data that it rests on; {@code null} when its trace isn't kept
 */
record Explanation(
        String summary, List<Other> others, @Nullable Versions versions) {
    public Explanation {
        others = List.copyOf(others);
    }

    /**
     * A campaign that wasn't given.
     *
     * @param campaign in its version
     * @param rule the code of the rule that decided
     * @param expected incremental value, in the currency's main unit; {@code null} when it wasn't compared
     */
    public record Other(
            String campaign, String rule, @Nullable String expected, String text) {}

    /** What was shown. */
    public record Shown(@Nullable String campaign, boolean heldOut, String reason) {}

    /** Explains. */
    public static Explanation of(Shown shown, @Nullable DecisionTrace trace, Language language) {
        if (trace == null) {
            return new Explanation(summary(shown, null, language), List.of(), null);
        }
        List<Other> others = new ArrayList<>();
        trace.lost().forEach(one -> others.add(lost(one, trace.currency(), language)));
        // In the order of the rules: the later one stopped, the closer it came.
        List<Rule> rules = List.of(Rule.values()).reversed();
        for (Rule rule : rules) {
            trace.stopped()
                    .getOrDefault(rule.code(), List.of())
                    .forEach(campaign ->
                            others.add(new Other(campaign, rule.code(), null, sentence(campaign, rule, language))));
        }
        return new Explanation(summary(shown, trace, language), others, trace.data());
    }

    private static Other lost(Weighed one, String currency, Language language) {
        Rule rule = Optional.ofNullable(one.rule()).flatMap(Rule::of).orElse(Rule.VALUE);
        return new Other(
                one.campaign(), rule.code(), money(one.expected(), currency), sentence(one.campaign(), rule, language));
    }

    private static String summary(Shown shown, @Nullable DecisionTrace trace, Language language) {
        boolean chinese = language == Language.ZH;
        if (shown.campaign() == null) {
            return (chinese ? "未展示活动。" : "No campaign is shown. ") + shown.reason();
        }
        if (shown.heldOut()) {
            return chinese
                    ? "轮到活动 " + shown.campaign() + "，但顾客属于其对照组，因此未展示。"
                    : shown.campaign() + " was due and isn't shown, because the person is in its comparison group.";
        }
        String won = trace == null || trace.winner() == null ? "" : won(trace.winner(), trace, chinese);
        return chinese
                ? "展示活动 " + shown.campaign() + "，原因：" + shown.reason() + won
                : "You see " + shown.campaign() + " because: " + shown.reason() + won;
    }

    private static String won(Weighed winner, DecisionTrace trace, boolean chinese) {
        String expected = money(winner.expected(), trace.currency());
        int rivals = trace.lost().size();
        if (chinese) {
            return "它是 " + (rivals + 1) + " 个可展示活动中的首选，预期增量价值为 " + expected
                    + (winner.measured() ? "（据测算）。" : "（先验估计，尚未测算）。");
        }
        return " It came first of " + (rivals + 1) + " that could be shown, with an expected incremental value of "
                + expected
                + (winner.measured() ? ", as was measured." : ", by the prior, since nothing was measured yet.");
    }

    private static String sentence(String campaign, Rule rule, Language language) {
        return language == Language.ZH
                ? "活动 " + campaign + " " + RuleWords.lost(rule, language) + "。"
                : campaign + " " + RuleWords.lost(rule, language) + ".";
    }

    /** An amount in minor units, as it is read; fractions of a cent are told, since expected values have them. */
    public static String money(double minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal amount = BigDecimal.valueOf(minor).movePointLeft(digits).stripTrailingZeros();
        return (amount.scale() < digits ? amount.setScale(digits) : amount).toPlainString() + " " + currency;
    }
}
