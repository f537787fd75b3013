package dev.aisle.assistant.understanding.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of orders: what stands behind a word like "order" or 订单号, and what looks like such a number on its own, letters and digits or six digits and more. In one
 * form: capital letters, no spaces.
 */
final class OrderNumbers {
    private static final String CODE = "(?:[A-Za-z]{1,4}[- ]?)?\\d{2,}(?:-\\d{2,}){0,3}";
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\b(?:orders?|purchase|oder|ordr)\\b|订单|定单|单号|订货)\\s*(?:(?:with\\s+)?(?:the\\s+)?(?:numbers?|no|nr|id)\\b|编号|号码|号)?"
                    + "\\s*(?:is|was|是|为)?\\s*[.:：#＃-]*\\s*(" + CODE + ")(?![\\d-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE = Pattern.compile(
            "(?<![\\p{IsLatin}\\d.,-])#?((?!p\\d)[A-Za-z]{1,4}-?\\d{4,14}|\\d{2,4}-\\d{4,12}(?:-\\d{2,8})?|\\d{6,15})(?![\\p{IsLatin}\\d]|[-.,]\\d|\\s*(?:€|EUR|euro|欧|元|块|cm|kg|ml))");
    private static final int FEWEST_DIGITS = 3;

    private OrderNumbers() {}

    static List<Entity> in(String text) {
        List<Entity> found = new ArrayList<>();
        add(NAMED.matcher(text), found);
        add(ALONE.matcher(text), found);
        return found;
    }

    private static void add(Matcher matcher, List<Entity> into) {
        while (matcher.find()) {
            String code = matcher.group(1);
            int start = matcher.start(1);
            int end = matcher.end(1);
            boolean overlaps = into.stream().anyMatch(one -> start < one.end() && one.start() < end);
            if (code.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS && !overlaps) {
                into.add(new Entity(
                        Entity.Kind.ORDER_NUMBER, code, code.replace(" ", "").toUpperCase(Locale.ROOT), start, end));
            }
        }
    }
}
