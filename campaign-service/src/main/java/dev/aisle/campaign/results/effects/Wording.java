package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.campaigns.domain.definition.Definition.Goal;
import dev.aisle.campaign.results.effects.Responses.Nth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in sentences what figures allow, and where they allow nothing. */
public final class Wording {
    private static final String SATISFACTION = "satisfaction";

    private Wording() {}

    /** Of the effect. */
    public static List<String> ofEffect(Arms arms, Optional<Effect> effect, Goal goal, Optional<Cost> cost) {
        List<String> words = new ArrayList<>();
        if (effect.isEmpty()) {
            words.add("There is no comparison group of enough people: what it brought can't be told.");
            return words;
        }
        Effect found = effect.get();
        if (goal.metric().equals(SATISFACTION)) {
            words.add(content(found));
        }
        words.add(conversion(found, goal.within()));
        words.add(money(found.revenue(), "revenue", arms.currency()));
        cost.ifPresent(one -> words.add(money(found.after(one.total()), "revenue after its cost", arms.currency())));
        cost.flatMap(one -> one.returned(found)).ifPresent(returned -> words.add(returned(returned)));
        if (!goal.metric().equals(SATISFACTION) && found.content().isPresent()) {
            words.add(content(found));
        }
        return words;
    }

    private static String content(Effect effect) {
        if (effect.content().isEmpty()) {
            return "Too few of both groups have said anything of campaigns: whether people are more content can't be told.";
        }
        Estimate content = effect.content().get();
        if (content.low() <= 0 && content.high() >= 0) {
            return String.format(
                    Locale.ROOT,
                    "Whether people are more content can't be told: of a hundred, those who speak well of campaigns less those who speak badly differ by %.2f to %.2f.",
                    content.low(),
                    content.high());
        }
        return String.format(
                Locale.ROOT,
                "People are %s content: of a hundred, %.2f %s speak well of campaigns than badly (95%% interval %.2f to %.2f).",
                content.value() > 0 ? "more" : "less",
                Math.abs(content.value()),
                content.value() > 0 ? "more" : "fewer",
                content.low(),
                content.high());
    }

    private static String returned(Estimate one) {
        String between = String.format(Locale.ROOT, "between %.2f and %.2f", one.low(), one.high());
        return one.low() <= 0 && one.high() >= 0
                ? "Whether more came back than it cost can't be told: for each unit spent, " + between + " beyond it."
                : String.format(
                        Locale.ROOT,
                        "For each unit spent, %.2f came back %s: %s.",
                        Math.abs(one.value()),
                        one.value() > 0 ? "beyond it" : "too little",
                        between);
    }

    private static String conversion(Effect effect, Duration within) {
        Estimate rate = effect.conversion();
        String interval = String.format(Locale.ROOT, "95%% interval %.2f to %.2f", rate.low(), rate.high());
        if (rate.low() <= 0 && rate.high() >= 0) {
            return "Whether it makes more people order can't be told: the difference of a hundred people is between "
                    + String.format(Locale.ROOT, "%.2f and %.2f.", rate.low(), rate.high());
        }
        return String.format(
                Locale.ROOT,
                "Of a hundred people, %.2f %s ordered within %d days than without it (%s).",
                Math.abs(rate.value()),
                rate.value() > 0 ? "more" : "fewer",
                within.toDays(),
                interval);
    }

    private static String money(Estimate amount, String what, String currency) {
        String between = amount(amount.low(), currency) + " and " + amount(amount.high(), currency);
        if (amount.low() <= 0 && amount.high() >= 0) {
            return "Whether it brought " + what + " can't be told: between " + between + ".";
        }
        return (amount.value() > 0 ? "It brought " : "It lost ") + amount(Math.abs(amount.value()), currency) + " of "
                + what + ": between " + between + ".";
    }

    /** Minor units as people write them. */
    public static String amount(double minor, String currency) {
        int digits = currency.isEmpty()
                ? 2
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return String.format(Locale.ROOT, "%." + digits + "f", minor / Math.pow(10, digits))
                + (currency.isEmpty() ? "" : " " + currency);
    }

    /** Of how people took it. */
    public static List<String> ofResponses(Responses responses) {
        List<String> words = new ArrayList<>();
        List<Nth> told = responses.byNumber();
        if (told.size() > 1) {
            words.add(fatigue(told.getFirst(), told.getLast()));
        }
        Long objections = responses.said().get("too_often");
        if (objections != null && responses.contacts().reached() > 0) {
            words.add(String.format(
                    Locale.ROOT,
                    "%.2f of a hundred people said that it is too often.",
                    100.0 * objections / responses.contacts().reached()));
        }
        return words;
    }

    /** A fall is told when it is larger than chance and the guard's noise make it: two proportions at 95 %. */
    private static String fatigue(Nth first, Nth last) {
        double difference = first.rate() - last.rate();
        double error = Math.sqrt(
                first.followed().variance() / first.people() + last.followed().variance() / last.people());
        return difference > 1.96 * error
                ? String.format(
                        Locale.ROOT,
                        "The response falls: %.1f %% of the people followed their first contact, %.1f %% number %d.",
                        100 * first.rate(),
                        100 * last.rate(),
                        last.number())
                : "No falling response is seen from the first contact to number " + last.number() + ".";
    }
}
