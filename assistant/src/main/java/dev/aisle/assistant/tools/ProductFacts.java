package dev.aisle.assistant.tools;

import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Product.Price;
import dev.aisle.assistant.shop.Product.Sale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Products in words: what the catalogue says and nothing else. */
final class ProductFacts {
    private static final int MOST_ATTRIBUTES = 5;
    private static final int MOST_COMPARED = 8;
    private static final int LONGEST_VALUE = 120;

    private ProductFacts() {}

    /** Price, whether it can be had, and the attributes that the question names; the first few when it names none. */
    public static String told(Product item, String title, String question, Words words) {
        List<String> said = new ArrayList<>();
        String price = price(item);
        said.add(price == null ? words.say("product.no-price", title) : words.say("product.price", title, price));
        said.add(words.say("product.sale." + item.sale().name().toLowerCase(Locale.ROOT)));
        Map<String, String> all = new TreeMap<>(item.attributes());
        Map<String, String> asked = new LinkedHashMap<>();
        String lower = question.toLowerCase(Locale.ROOT);
        all.forEach((name, value) -> {
            if (lower.contains(name.toLowerCase(Locale.ROOT).replace('_', ' '))) {
                asked.put(name, value);
            }
        });
        (asked.isEmpty() ? all : asked)
                .entrySet().stream()
                        .limit(MOST_ATTRIBUTES)
                        .forEach(one ->
                                said.add(words.say("product.attribute", name(one.getKey()), cut(one.getValue()))));
        return String.join(words.say("gap"), said);
    }

    /** Two products line by line: what the catalogue says of at least one of them. */
    public static String compared(Product one, String oneTitle, Product other, String otherTitle, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("compare.title", oneTitle, otherTitle));
        add(lines, words, words.say("compare.price"), price(one), price(other));
        if (!one.brand().isEmpty() || !other.brand().isEmpty()) {
            add(lines, words, words.say("compare.brand"), one.brand(), other.brand());
        }
        if (one.sale() != other.sale()) {
            add(lines, words, words.say("compare.sale"), sale(one.sale(), words), sale(other.sale(), words));
        }
        TreeSet<String> names = new TreeSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        for (String name : names) {
            if (lines.size() <= MOST_COMPARED) {
                add(
                        lines,
                        words,
                        name(name),
                        one.attributes().get(name),
                        other.attributes().get(name));
            }
        }
        return String.join("\n", lines);
    }

    private static void add(
            List<String> lines, Words words, String what, @Nullable String one, @Nullable String other) {
        String nothing = words.say("compare.nothing");
        lines.add(words.say(
                "compare.line",
                what,
                one == null || one.isEmpty() ? nothing : cut(one),
                other == null || other.isEmpty() ? nothing : cut(other)));
    }

    private static String sale(Sale sale, Words words) {
        return words.say("compare.sale." + sale.name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String price(Product item) {
        Price price = item.price();
        return price == null ? null : price.amount().toPlainString() + " " + price.currency();
    }

    private static String name(String attribute) {
        return attribute.replace('_', ' ');
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }
}
