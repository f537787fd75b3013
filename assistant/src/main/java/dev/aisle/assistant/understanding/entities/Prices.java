package dev.aisle.assistant.understanding.entities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Amounts of money with their currency, in one form as {@code 49.90 EUR}. */
final class Prices {
    private static final String AMOUNT = "\\d{1,3}(?:[ ,.']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,7}(?:[.,]\\d{1,2})?";
    private static final String BEFORE = "€|\\$|£|¥|￥|\\b(?:EUR|USD|CHF|GBP|CNY|RMB)\\b";
    private static final String AFTER =
            BEFORE + "|euros?\\b|dollars?\\b|pounds?\\b|francs?\\b|yuan\\b|bucks\\b|欧元|欧|美元|美金|英镑|瑞郎|元|块钱|块|人民币";
    private static final Pattern LEADING =
            Pattern.compile("(" + BEFORE + ")\\s?(" + AMOUNT + ")(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile(
            "(?<![\\d.,])(" + AMOUNT + "|" + ChineseNumbers.CHARACTERS + "{1,6})\\s?(" + AFTER + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("欧元", "EUR"),
            Map.entry("欧", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("美元", "USD"),
            Map.entry("美金", "USD"),
            Map.entry("£", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("英镑", "GBP"),
            Map.entry("franc", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("瑞郎", "CHF"),
            Map.entry("¥", "CNY"),
            Map.entry("￥", "CNY"),
            Map.entry("rmb", "CNY"),
            Map.entry("yuan", "CNY"),
            Map.entry("元", "CNY"),
            Map.entry("块钱", "CNY"),
            Map.entry("块", "CNY"),
            Map.entry("人民币", "CNY"));
    private static final int CENT_DIGITS = 2;

    private Prices() {}

    static List<Entity> in(String text) {
        List<Entity> found = new ArrayList<>();
        LEADING.matcher(text).results().forEach(hit -> add(hit, hit.group(2), hit.group(1), found));
        TRAILING.matcher(text).results().forEach(hit -> add(hit, hit.group(1), hit.group(2), found));
        return found;
    }

    private static void add(MatchResult hit, String amount, String currency, List<Entity> into) {
        boolean overlaps = into.stream().anyMatch(one -> hit.start() < one.end() && one.start() < hit.end());
        if (!overlaps) {
            amount(amount)
                    .ifPresent(value -> into.add(new Entity(
                            Entity.Kind.PRICE,
                            hit.group(),
                            value.toPlainString() + " " + currency(currency),
                            hit.start(),
                            hit.end())));
        }
    }

    private static String currency(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return CURRENCIES.getOrDefault(lower, lower.toUpperCase(Locale.ROOT));
    }

    /** The last mark with one or two digits behind it parts the cents, whatever the country; every other mark parts thousands. */
    private static Optional<BigDecimal> amount(String said) {
        int mark = Math.max(said.lastIndexOf('.'), said.lastIndexOf(','));
        boolean cents = mark >= 0 && said.length() - mark - 1 <= CENT_DIGITS;
        String whole = (cents ? said.substring(0, mark) : said).replaceAll("[ ,.']", "");
        OptionalInt value = ChineseNumbers.of(whole);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String part = cents ? said.substring(mark + 1) : "00";
        return Optional.of(new BigDecimal(value.getAsInt() + "." + (part.length() == 1 ? part + "0" : part)));
    }
}
