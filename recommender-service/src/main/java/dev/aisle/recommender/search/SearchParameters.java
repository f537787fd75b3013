package dev.aisle.recommender.search;

import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ItemFilter.PriceRange;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of {@code /v1/search}; everything but {@code q} may be left out, and that beside transcripts. */
final class SearchParameters {
    private static final int MOST_NAMES = 100;
    private static final int LONGEST_NAME = 500;

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("locale")
    @Nullable
    String locale;

    @QueryParam("size")
    @Nullable
    String size;

    @QueryParam("offset")
    @Nullable
    String offset;

    @QueryParam("category")
    @Nullable
    List<String> category;

    @QueryParam("brand")
    @Nullable
    List<String> brand;

    /** Of the products; without it the usual one. */
    @QueryParam("domain")
    @Nullable
    String domain;

    /** {@code name:value}, each of which a product must have. */
    @QueryParam("attribute")
    @Nullable
    List<String> attribute;

    @QueryParam("minPrice")
    @Nullable
    String minPrice;

    @QueryParam("maxPrice")
    @Nullable
    String maxPrice;

    @QueryParam("inStockOnly")
    @Nullable
    String inStockOnly;

    /** The search for {@code q}; of use only when there are no errors. */
    SearchQuery typed(List<FieldError> errors) {
        String text = q == null ? "" : q.strip();
        Range range = range(errors);
        SearchChecks.violations(text, range.size(), range.offset())
                .forEach((field, message) -> errors.add(new FieldError(field.equals("query") ? "q" : field, message)));
        return new SearchQuery(Said.typed(text), language(errors), range.size(), range.offset(), filter(errors));
    }

    /** The search for what was heard; of use only when there are no errors. */
    SearchQuery spoken(List<Transcript> transcripts, List<FieldError> errors) {
        if (q != null) {
            errors.add(new FieldError("q", "must be left out beside transcripts"));
        }
        Range range = range(errors);
        SearchChecks.violations(transcripts, range.size(), range.offset())
                .forEach((field, message) -> errors.add(new FieldError(field, message)));
        return new SearchQuery(
                errors.isEmpty() ? Said.heard(transcripts) : List.of(),
                language(errors),
                range.size(),
                range.offset(),
                filter(errors));
    }

    /** Which of the hits. */
    private record Range(int size, int offset) {}

    private Range range(List<FieldError> errors) {
        return new Range(number("size", size, SearchQuery.USUAL_SIZE, errors), number("offset", offset, 0, errors));
    }

    private ItemFilter filter(List<FieldError> errors) {
        BigDecimal min = amount("minPrice", minPrice, errors);
        BigDecimal max = amount("maxPrice", maxPrice, errors);
        if (min != null && max != null && min.compareTo(max) > 0) {
            errors.add(new FieldError("minPrice", "must not be greater than maxPrice"));
        }
        return new ItemFilter(
                names("category", category, errors),
                Set.copyOf(names("brand", brand, errors)),
                new PriceRange(min, max, null),
                truth("inStockOnly", inStockOnly, errors),
                Set.of(),
                attributes(errors),
                DomainRule.of(domain == null ? "" : domain.strip()));
    }

    private Map<String, String> attributes(List<FieldError> errors) {
        Map<String, String> wanted = new HashMap<>();
        for (String pair : names("attribute", attribute, errors)) {
            int colon = pair.indexOf(':');
            if (colon < 1 || colon == pair.length() - 1) {
                errors.add(new FieldError("attribute", "must be name:value, such as organic:yes"));
            } else if (wanted.put(pair.substring(0, colon), pair.substring(colon + 1)) != null) {
                errors.add(new FieldError("attribute", "must have one value a name, since all must hold"));
            }
        }
        return wanted;
    }

    private Locale language(List<FieldError> errors) {
        if (locale == null || locale.isBlank()) {
            return Locale.ROOT;
        }
        if (locale.length() > LONGEST_NAME) {
            errors.add(new FieldError("locale", "must be a BCP 47 tag such as en or zh-CN"));
        }
        return Locale.forLanguageTag(locale);
    }

    private static int number(String field, @Nullable String value, int otherwise, List<FieldError> errors) {
        try {
            return value == null || value.isBlank() ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            errors.add(new FieldError(field, "must be a whole number"));
            return otherwise;
        }
    }

    private static @Nullable BigDecimal amount(String field, @Nullable String value, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            errors.add(new FieldError(field, "must be an amount such as 12.99"));
            return null;
        }
        return new BigDecimal(value);
    }

    private static boolean truth(String field, @Nullable String value, List<FieldError> errors) {
        if (value != null && !value.isBlank() && !value.equals("true") && !value.equals("false")) {
            errors.add(new FieldError(field, "must be true or false"));
        }
        return "true".equals(value);
    }

    private static List<String> names(String field, @Nullable List<String> values, List<FieldError> errors) {
        List<String> names = values == null
                ? List.of()
                : values.stream().filter(name -> !name.isBlank()).toList();
        if (names.size() > MOST_NAMES || names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            errors.add(new FieldError(
                    field, "must be at most " + MOST_NAMES + " names of at most " + LONGEST_NAME + " characters"));
        }
        return names;
    }
}
