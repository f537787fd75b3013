package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of {@code similar-to-image}, whose body is the picture; everything may be left out. */
final class PictureParameters {
    @QueryParam("size")
    @Nullable
    String size;

    @QueryParam("locale")
    @Nullable
    String locale;

    @QueryParam("explain")
    @Nullable
    String explain;

    @QueryParam("pageCursor")
    @Nullable
    String pageCursor;

    @QueryParam("deadlineMillis")
    @Nullable
    String deadlineMillis;

    @QueryParam("category")
    @Nullable
    List<String> category;

    @QueryParam("brand")
    @Nullable
    List<String> brand;

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

    @QueryParam("currency")
    @Nullable
    String currency;

    @QueryParam("inStockOnly")
    @Nullable
    String inStockOnly;

    @QueryParam("domain")
    @Nullable
    String domain;

    /** The question; of use only when the checks found nothing. */
    ItemQuery checked(byte[] file, RequestReader reader, Checks checks) {
        int asked = number("size", size, RequestReader.USUAL_SIZE, checks);
        ItemFilter filter = filter(checks);
        Shape shape = new Shape(
                !"false".equals(truth("explain", explain, checks)), checks.locale("locale", Texts.orEmpty(locale)));
        checks.size("size", asked);
        reader.checkDomain(filter, checks);
        String question = Questions.ofPicture(file, filter);
        Page page = reader.page("pageCursor", Texts.orEmpty(pageCursor), question, checks);
        return new ItemQuery(List.of(), asked, filter, page, shape);
    }

    /** How long the caller waits; {@code null} when it doesn't say. */
    @Nullable
    Long millis(Checks checks) {
        if (deadlineMillis == null || deadlineMillis.isBlank()) {
            return null;
        }
        int millis = number("deadlineMillis", deadlineMillis, 1, checks);
        checks.millis("deadlineMillis", millis);
        return (long) millis;
    }

    private ItemFilter filter(Checks checks) {
        return new FilterRequest(
                        null,
                        copy(category),
                        null,
                        copy(brand),
                        amount("minPrice", minPrice, checks),
                        amount("maxPrice", maxPrice, checks),
                        currency,
                        "true".equals(truth("inStockOnly", inStockOnly, checks)),
                        null,
                        attributes(checks),
                        domain)
                .checked(checks);
    }

    private static List<@Nullable String> copy(@Nullable List<String> names) {
        List<@Nullable String> copy = new ArrayList<>();
        if (names != null) {
            names.stream().filter(name -> !name.isBlank()).forEach(copy::add);
        }
        return copy;
    }

    private Map<String, @Nullable String> attributes(Checks checks) {
        Map<String, @Nullable String> wanted = new HashMap<>();
        for (String pair : attribute == null ? List.<String>of() : attribute) {
            int colon = pair.indexOf(':');
            if (colon < 1 || colon == pair.length() - 1) {
                checks.refuse("attribute", "must be name:value, such as organic:yes");
            } else {
                wanted.put(pair.substring(0, colon), pair.substring(colon + 1));
            }
        }
        return wanted;
    }

    private static int number(String field, @Nullable String value, int otherwise, Checks checks) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!value.strip().matches("[0-9]{1,6}")) {
            checks.refuse(field, "must be a whole number");
            return otherwise;
        }
        return Integer.parseInt(value.strip());
    }

    private static @Nullable BigDecimal amount(String field, @Nullable String value, Checks checks) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            checks.refuse(field, "must be an amount such as 12.99");
            return null;
        }
        return new BigDecimal(value);
    }

    private static String truth(String field, @Nullable String value, Checks checks) {
        if (value != null && !value.isBlank() && !value.equals("true") && !value.equals("false")) {
            checks.refuse(field, "must be true or false");
        }
        return value == null ? "" : value;
    }
}
