package dev.aisle.assistant.understanding.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sizes: measures with their unit as {@code 28 cm}, letters as {@code XL}, numbers of a size as {@code 42}. */
final class Sizes {
    private static final String LETTERS = "X{0,3}S|M|X{0,3}L|[2-5]XL";
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\bsizes?\\s+|尺码|尺寸|号码)\\s*(?:is\\s+|是)?(" + LETTERS + "|\\d{2}(?:[.,]5)?)(?![\\p{IsLatin}\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE =
            Pattern.compile("(?<![\\p{IsLatin}\\d])(" + LETTERS + "|\\d{2})\\s*码", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE =
            Pattern.compile("(?<![\\p{IsLatin}\\d'’-])(X{1,3}[SL]|[2-5]XL)(?![\\p{IsLatin}\\d])");
    private static final Pattern MEASURE = Pattern.compile(
            "(?<![\\d.,])(\\d{1,4}(?:[.,]\\d{1,2})?(?:\\s?[x×*]\\s?\\d{1,4}(?:[.,]\\d{1,2})?){0,2})\\s?"
                    + "(cm|mm|ml|kg|m|l|g|litres?|liters?|inch(?:es)?|厘米|公分|毫米|毫升|公斤|千克|米|升|克|英寸|寸)(?![\\p{IsLatin}])",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("厘米", "cm"),
            Map.entry("公分", "cm"),
            Map.entry("毫米", "mm"),
            Map.entry("毫升", "ml"),
            Map.entry("公斤", "kg"),
            Map.entry("千克", "kg"),
            Map.entry("米", "m"),
            Map.entry("升", "l"),
            Map.entry("克", "g"),
            Map.entry("英寸", "in"),
            Map.entry("寸", "in"),
            Map.entry("litre", "l"),
            Map.entry("litres", "l"),
            Map.entry("liter", "l"),
            Map.entry("liters", "l"),
            Map.entry("inch", "in"),
            Map.entry("inches", "in"));

    private Sizes() {}

    static List<Entity> in(String text) {
        List<Entity> found = new ArrayList<>();
        MEASURE.matcher(text).results().forEach(hit -> add(hit, measure(hit), found));
        for (Pattern pattern : List.of(NAMED, CHINESE, ALONE)) {
            pattern.matcher(text).results().forEach(hit -> add(hit, one(hit.group(1)), found));
        }
        return found;
    }

    private static String measure(MatchResult hit) {
        String unit = hit.group(2).toLowerCase(Locale.ROOT);
        return one(hit.group(1)).replaceAll("\\s", "").replaceAll("[X×*]", "×") + " " + UNITS.getOrDefault(unit, unit);
    }

    private static String one(String said) {
        return said.toUpperCase(Locale.ROOT).replace(',', '.');
    }

    private static void add(MatchResult hit, String value, List<Entity> into) {
        if (into.stream().noneMatch(one -> hit.start() < one.end() && one.start() < hit.end())) {
            into.add(new Entity(Entity.Kind.SIZE, hit.group(), value, hit.start(), hit.end()));
        }
    }
}
