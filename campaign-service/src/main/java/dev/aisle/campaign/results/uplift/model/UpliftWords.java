package dev.aisle.campaign.results.uplift.model;

import dev.aisle.algorithms.customers.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of a model what its figures allow. */
public final class UpliftWords {
    private static final double HUNDRED = 100;

    private UpliftWords() {}

    /** Of a model, how it fits and why it is due. */
    public static List<String> of(UpliftModel model, @Nullable Drift drift, List<String> due) {
        List<String> words = new ArrayList<>();
        String unit = model.money() ? "minor units of revenue" : "orders";
        UpliftRelease released = model.released();
        words.add(
                released == null
                        ? "What it brought isn't shown: it was learned before numbers had noise, and will be when it is learned anew."
                        : between(
                                "It brought %.2f more " + unit
                                        + " of a hundred people on average (95 %% interval %.2f to %.2f).",
                                "Whether it brings more " + unit
                                        + " on average can't be told (95 %% interval %2$.2f to %3$.2f of a hundred people).",
                                released.average()));
        words.add(
                model.quality().ranks()
                        ? "Whom it moves can be told from what is known of people: going to the best first brings more than chance."
                        : "Whom it moves more than others isn't known: everybody counts as the average.");
        new TreeMap<>(model.leftOut())
                .forEach((name, reason) -> words.add("Left out: " + name + ", since " + reason + "."));
        words.add(
                model.audited().isEmpty()
                        ? "No protected segment of enough people is declared, so that stand-ins were looked for by name only."
                        : "Stand-ins were looked for by " + String.join(", ", model.audited()) + ".");
        if (drift == null || drift.predicted() == null) {
            words.add("Too few people have come since to say whether it still fits.");
        }
        words.addAll(due);
        words.add(due.isEmpty() ? "It needn't be learned anew yet." : "It is due to be learned anew.");
        return words;
    }

    private static String between(String told, String untold, Estimate one) {
        boolean known = one.low() > 0 || one.high() < 0;
        return String.format(
                Locale.ROOT, known ? told : untold, HUNDRED * one.value(), HUNDRED * one.low(), HUNDRED * one.high());
    }
}
