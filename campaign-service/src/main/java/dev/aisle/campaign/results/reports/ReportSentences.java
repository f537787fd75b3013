package dev.aisle.campaign.results.reports;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.results.effects.Cost;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.platform.console.FiguresInTemplates;
import dev.aisle.platform.console.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What a report says, in sentences of the page's language that the figures allow: no direction is told where the interval holds zero. */
final class ReportSentences {
    private final Words words;
    private final String currency;

    ReportSentences(Words words, String currency) {
        this.words = words;
        this.currency = currency;
    }

    List<String> of(Report report) {
        if (!report.told()) {
            return List.of(
                    report.release().noneLeft()
                            ? words.say("campaigns_report_none_left")
                            : words.say("campaigns_report_untold", report.threshold()));
        }
        Optional<Effect> effect = report.effect();
        return effect.isEmpty()
                ? List.of(words.say("campaigns_report_no_group"))
                : ofEffect(effect.get(), report.cost());
    }

    private List<String> ofEffect(Effect effect, Optional<Cost> cost) {
        List<String> all = new ArrayList<>();
        all.add(sentence("conversion", effect.conversion(), this::figure));
        all.add(sentence("revenue", effect.revenue(), this::money));
        cost.ifPresent(one -> all.add(sentence("after_cost", effect.after(one.total()), this::money)));
        cost.flatMap(one -> one.returned(effect)).ifPresent(one -> all.add(sentence("returned", one, this::figure)));
        effect.content().ifPresent(one -> all.add(sentence("content", one, this::figure)));
        return all;
    }

    /** {@code campaigns_report_NAME_more}, {@code _fewer} or {@code _open}. */
    private String sentence(String name, Estimate one, DoubleFunction<String> written) {
        String way = one.low() > 0 ? "more" : one.high() < 0 ? "fewer" : "open";
        return words.say(
                "campaigns_report_" + name + "_" + way,
                written.apply(Math.abs(one.value())),
                written.apply(one.low()),
                written.apply(one.high()));
    }

    String figure(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** As the page's language writes it. */
    String money(double minor) {
        return currency.isEmpty() ? plainMoney(minor) : FiguresInTemplates.money(Math.round(minor), currency, words);
    }

    /** For files: 12.50 EUR. */
    String plainMoney(double minor) {
        int digits = currency.isEmpty()
                ? 2
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        String amount = BigDecimal.valueOf(minor)
                .movePointLeft(digits)
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return currency.isEmpty() ? amount : amount + " " + currency;
    }
}
